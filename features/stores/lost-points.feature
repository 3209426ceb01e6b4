Feature: A vector server that lost what it was told
  Somebody removes a collection, a machine clears up, a gateway answers in the server's place:
  the server has less than it was told, and nobody tells the index. A sync notices, sends
  everything again, and pays for no embedding twice.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT                         |
      | start   | add    | src/prices.py | price list of the summer season |
      |         | add    | src/codes.py  | discount codes for members      |

  Rule: What is gone is sent again

    Scenario Outline: <server> lost everything
      Given the index is kept in "<server>"
      And the index was synced
      And the vector server lost everything
      When the index is synced
      Then 0 texts were embedded
      And the index is in step with branch "main"
      And the vector server keeps 2 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: <server> lost everything and is told of one repository after the other
      Given the index is kept in "<server>"
      And all repositories are followed
      And a repository "billing"
      And the commits
        | MESSAGE | CHANGE | FILE   | CONTENT        |
        | start   | add    | due.md | bills are late |
      And all repositories are followed
      And all followed repositories were synced
      And the vector server lost everything
      When all followed repositories are synced
      Then the index is in step with branch "main"
      And the vector server keeps 3 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: <server> lost everything, and a commit leaves one service alone
      Given the index is kept in "<server>"
      And the services
        | SERVICE | PATH |
        | code    | src  |
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | manual  | add    | docs/code.md | where it stays |
      And the index was synced
      And the vector server lost everything
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT            |
        | moved   | edit   | docs/code.md | where it stays now |
      When the index is synced
      Then 1 text was embedded
      And the index is in step with branch "main"
      And the vector server keeps 3 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: Another machine cleared <server>, and its commit was taken back
      Given the index is kept in "<server>"
      And the index was synced
      And commands run on another machine
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT |
        | clear   | delete | src/prices.py |         |
        |         | delete | src/codes.py  |         |
      And the index was synced
      And commit "clear" was reverted on "main"
      And commands run on the first machine again
      When the index is synced
      Then the index is in step with branch "main"
      And the vector server keeps 2 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: Somebody asks <server> by meaning, which lost everything
      Given the index is kept in "<server>"
      And the index was synced
      And the vector server lost everything
      When a script asks for "a search for discount"
      Then the exit code is 5
      And the output is JSON with
        | PATH       | VALUE           |
        | error.kind | held-by-another |
      And the vector server keeps 0 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

  Rule: What was begun is finished

    Scenario: Qdrant has a collection and not yet its indexes
      Given the index is kept in "Qdrant"
      And the vector server "knows no such page" at call 4
      And the sync failed
      When the index is synced
      Then the index is in step with branch "main"
      And the vector server keeps 2 points

    Scenario: Weaviate has objects of a file that was to go, and takes back what it had
      Given the index is kept in "Weaviate"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                      |
        | season  | edit   | src/codes.py | discount codes for everybody |
      And the vector server "refuses one object" at call 13
      And the sync failed
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT                         |
        | back    | edit   | src/codes.py  | discount codes for members      |
        |         | edit   | src/prices.py | price list of the winter season |
      And the vector server "refuses one object" at call 7
      When the index is synced
      Then the sync stops with error "bad-answer"
      And the index holds
        | FILE          | CHUNKS |
        | src/codes.py  |      1 |
        | src/prices.py |      1 |

    @process
    Scenario: Weaviate deletes files of more objects than it tells in one answer
      Given the index is kept in "Weaviate"
      And the commits
        | MESSAGE | CHANGE | FILE       | CONTENT                   |
        | books   | add    | src/one.md | (3,000,000 bytes of text) |
        |         | add    | src/two.md | (300,000 bytes of text)   |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE       | CONTENT |
        | tidy    | delete | src/one.md |         |
        |         | delete | src/two.md |         |
      When the index is synced
      Then the index is in step with branch "main"
      And the vector server keeps 2 points

  Rule: An answer that is none stops the sync

    Scenario Outline: <server> <answers> where it is asked for <what>
      Given the index is kept in "<server>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                      |
        | season  | edit   | src/codes.py | discount codes for everybody |
      And the vector server "<answers>" at call <call>
      When the index is synced
      Then the sync stops with error "bad-answer"
      And the vector server keeps 2 points

      Examples:
        | server   | answers                        | what                  | call |
        | Qdrant   | says nothing of what was asked | what is at the path   |   10 |
        | Qdrant   | says nothing of what was asked | what it should insert |   11 |
        | Qdrant   | answers with a list            | what is at the path   |   10 |
        | Qdrant   | has moved                      | what it should insert |   11 |
        | Weaviate | says nothing of what was asked | what is at the path   |   10 |
        | Weaviate | says nothing of what was asked | what it should insert |   11 |
        | Weaviate | answers with a list            | what is at the path   |   10 |
        | Weaviate | has moved                      | what it should insert |   11 |

  Rule: A question that needs no server asks none

    Scenario Outline: Words are looked for while <server> knows another key
      Given the index is kept in "<server>"
      And the index was synced
      And the vector server asks for the key "let me in"
      And the environment variables
        | NAME                | VALUE      |
        | NEAP_STORE_PASSWORD | let me out |
      When the index is searched with
        | WORDS    | BY    |
        | discount | words |
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE        |
        | hits[0].path | src/codes.py |
      And the vector server keeps 2 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |

    Scenario Outline: A dry run says what would be done while <server> knows another key
      Given the index is kept in "<server>"
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                      |
        | season  | edit   | src/codes.py | discount codes for everybody |
      And the vector server asks for the key "let me in"
      And the environment variables
        | NAME                | VALUE      |
        | NEAP_STORE_PASSWORD | let me out |
      When the index is synced with
        | SETTING | VALUE |
        | dry run | yes   |
      Then the run report shows
        | ITEM          | VALUE |
        | files updated |     1 |
      And the vector server keeps 2 points

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |
