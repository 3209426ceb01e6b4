Feature: What a vector server still has to be told
  A vector server cannot take a whole revision in one step, and its answers get lost. What
  it has to be told is written down together with the flip and told until the server has
  said yes, in an order that never shows a reader half a revision.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT                         |
      | start   | add    | src/prices.py | price list of the summer season |
      |         | add    | src/codes.py  | discount codes for members      |

  Rule: A hiccup of the server is waited out, and nothing is there twice

    Scenario Outline: <server> <trouble> and the sync completes
      Given the index is kept in "<server>"
      And the vector server "<trouble>" at call <call>
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"
      And the vector server keeps 2 points

      Examples:
        | server   | trouble             | call |
        | Qdrant   | loses the reply     |    2 |
        | Qdrant   | loses the reply     |    8 |
        | Qdrant   | cuts the connection |    1 |
        | Qdrant   | asks to wait        |    2 |
        | Qdrant   | is slow             |    1 |
        | Weaviate | loses the reply     |    2 |
        | Weaviate | loses the reply     |    4 |
        | Weaviate | cuts the connection |    1 |
        | Weaviate | asks to wait        |    2 |
        | Weaviate | is slow             |    1 |

  Rule: Readers see the old revision until the new one is complete

    Scenario Outline: <server> goes down and readers keep what they had
      Given the index is kept in "<server>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                      |
        | season  | edit   | src/codes.py | discount codes for everybody |
        |         | add    | src/more.py  | more of everything           |
      And the index store is down
      When the index is synced
      Then the sync stops with error "unreachable"
      And the vector server keeps 2 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: <server> is back and is told what it missed
      Given the index is kept in "<server>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                      |
        | season  | edit   | src/codes.py | discount codes for everybody |
        |         | add    | src/more.py  | more of everything           |
      And the index store is down
      And the sync failed
      And the index store is up again
      When the index is synced
      Then 0 texts were embedded
      And the index is in step with branch "main"
      And the vector server keeps 3 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

  Rule: A server is one store, however its address is written

    Scenario Outline: The address of <server> <is written otherwise>
      Given the index is kept in "<server>"
      And the index was synced
      And the address of the vector server <is written otherwise>
      When the index is synced
      Then 0 texts were embedded
      And the index is in step with branch "main"
      And the vector server keeps 2 points

      Examples:
        | server   | is written otherwise   |
        | Qdrant   | ends with a slash      |
        | Qdrant   | is written in capitals |
        | Weaviate | ends with a slash      |
        | Weaviate | is written in capitals |

  Rule: What was filled from elsewhere is brought in step as a whole

    Scenario Outline: <server> was filled from a machine that is no longer there
      Given the index is kept in "<server>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                      |
        | season  | edit   | src/codes.py | discount codes for everybody |
        |         | add    | src/more.py  | more of everything           |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT |
        | tidy    | delete | src/prices.py |         |
      And commands run on another machine
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"
      And the vector server keeps 2 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: Two machines fill <server> in turn
      Given the index is kept in "<server>"
      And the index was synced
      And commands run on another machine
      And the index was synced
      And commands run on the first machine again
      When the index is synced
      Then 0 texts were embedded
      And the index is in step with branch "main"
      And the vector server keeps 2 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: <server> shows another machine's edit that was taken back since
      Given the index is kept in "<server>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                      |
        | season  | edit   | src/codes.py | discount codes for everybody |
      And commands run on another machine
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                    |
        | back    | edit   | src/codes.py | discount codes for members |
      And commands run on the first machine again
      When the index is synced
      Then the index is in step with branch "main"
      And the vector server keeps 2 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: Somebody asks where <server> was filled from another machine since
      Given the index is kept in "<server>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                      |
        | season  | edit   | src/codes.py | discount codes for everybody |
      And commands run on another machine
      And the index was synced
      And commands run on the first machine again
      When a script asks for "a search for discount"
      Then the exit code is 5
      And the output is JSON with
        | PATH       | VALUE           |
        | error.kind | held-by-another |
      And the vector server keeps 2 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: The index beside <server> is put back to an earlier state
      Given the index is kept in "<server>"
      And the index was synced
      And the index was backed up
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                      |
        | season  | edit   | src/codes.py | discount codes for everybody |
        |         | add    | src/more.py  | more of everything           |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT |
        | tidy    | delete | src/more.py |         |
      And the backup was restored
      When the index is synced
      Then the index is in step with branch "main"
      And the vector server keeps 2 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

  Rule: A batch that is taken in part is not taken for done

    Scenario: Weaviate refuses one object of a batch
      Given the index is kept in "Weaviate"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                      |
        | season  | edit   | src/codes.py | discount codes for everybody |
        |         | add    | src/more.py  | more of everything           |
      And the vector server "refuses one object" at call 11
      When the index is synced
      Then the sync stops with error "bad-answer"
      And the vector server keeps 4 points

    Scenario: Weaviate refused one object and shows what it had
      Given the index is kept in "Weaviate"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                      |
        | season  | edit   | src/codes.py | discount codes for everybody |
        |         | add    | src/more.py  | more of everything           |
      And the vector server "refuses one object" at call 11
      And the sync failed
      When the index is searched with
        | WORDS              | BY      |
        | more of everything | vectors |
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE |
        | hits.length |     2 |
      And the vector server keeps 4 points

    Scenario: Weaviate is asked again for the object that it refused
      Given the index is kept in "Weaviate"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                      |
        | season  | edit   | src/codes.py | discount codes for everybody |
        |         | add    | src/more.py  | more of everything           |
      And the vector server "refuses one object" at call 11
      And the sync failed
      When the index is synced
      Then 0 texts were embedded
      And the index is in step with branch "main"
      And the vector server keeps 3 points

    Scenario: Weaviate leaves one object that it should delete
      Given the index is kept in "Weaviate"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT |
        | tidy    | delete | src/codes.py |         |
      And the vector server "refuses one object" at call 13
      When the index is synced
      Then the sync stops with error "bad-answer"
      And the vector server keeps 2 points

    Scenario: Weaviate is asked again to delete the object that it left
      Given the index is kept in "Weaviate"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT |
        | tidy    | delete | src/codes.py |         |
      And the vector server "refuses one object" at call 13
      And the sync failed
      When the index is synced
      Then the index is in step with branch "main"
      And the vector server keeps 1 points

  Rule: "Not found" is not taken for done or for empty

    Scenario Outline: <server> knows nothing of <what>
      Given the index is kept in "<server>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT            |
        | season  | add    | src/more.py | more of everything |
      And the vector server "knows no such page" at call <call>
      When the index is synced
      Then the sync stops with error "bad-answer"
      And the vector server keeps 2 points

      Examples:
        | server   | what                  | call |
        | Qdrant   | what is at the path   |   10 |
        | Qdrant   | what it has to insert |   11 |
        | Weaviate | what is at the path   |   10 |
        | Weaviate | what it has to insert |   11 |

    Scenario Outline: <server> knows again what it is told
      Given the index is kept in "<server>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT            |
        | season  | add    | src/more.py | more of everything |
      And the vector server "knows no such page" at call 11
      And the sync failed
      When the index is synced
      Then the index is in step with branch "main"
      And the vector server keeps 3 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: <server> has no such kind of search
      Given the index is kept in "<server>"
      And the index was synced
      And the vector server "knows no such page" at call 2
      When a script asks for "a search for discount"
      Then the exit code is 3
      And the output is JSON with
        | PATH       | VALUE      |
        | error.kind | bad-answer |
      And the index is in step with branch "main"

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

  Rule: A key is sent, and a wrong one is named

    Scenario Outline: <server> asks for a key
      Given the index is kept in "<server>"
      And the vector server asks for the key "let me in"
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: <server> refuses the key
      Given the index is kept in "<server>"
      And the vector server "refuses the key" at call 1
      When the index is synced
      Then the sync stops with error "unauthorized"
      And the vector server keeps 0 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

  Rule: The address of a Weaviate server can come from a variable of its own

    @E-54
    Scenario: The variable for the address decides where the index is
      Given the index is kept in "Weaviate"
      And the environment variables
        | NAME         | VALUE              |
        | NEAP_WCD_URL | http://127.0.0.1:9 |
      When a script asks for "the kinds of stores"
      Then the exit code is 0
      And the output is JSON with
        | PATH             | VALUE                       |
        | store            | weaviate+http://127.0.0.1:9 |
        | stores[3].in_use | true                        |
