Feature: Asking a server for vectors
  Teams bring their own embedding model behind an OpenAI-compatible server. Vectors cost
  money there, and servers have bad moments: content is paid for once, a hiccup is waited
  out, and a wrong answer never reaches the index.

  Background:
    Given a repository "shop"
    And 6 committed files under "src"
    And an embedding server

  Rule: Vectors come from the server, once for each content

    Scenario: A server makes the vectors of a first sync
      When the index is synced
      Then the sync completes
      And 6 texts were embedded
      And the embedding server made every vector
      And the index is in step with branch "main"

    Scenario: A renamed file keeps the vector that was paid for
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | OLD FILE      | FILE         |
        | rename  | move   | src/file-1.py | src/moved.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | OLD FILE      | FILE         | EMBEDDED |
        | moved  | src/file-1.py | src/moved.py | no       |
      And 0 texts were embedded
      And the embedding server made every vector

    Scenario: The same server makes the vector of a question
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | codes   | add    | src/codes.py | discount codes |
      And the index was synced
      When the index is searched with
        | WORDS          | AT MOST |
        | discount codes |       1 |
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE        |
        | hits.length  |            1 |
        | hits[0].path | src/codes.py |

    Scenario: The server answers in an order of its own
      Given the embedding server "answers in another order" at call 2
      When the index is synced
      Then the sync completes
      And the embedding server made every vector
      And the index is in step with branch "main"

  Rule: A hiccup is waited out

    Scenario: The server asks to be called less often
      Given the embedding server "asks to wait" at call 2
      When the index is synced
      Then the sync completes
      And the embedding server made every vector
      And the index is in step with branch "main"

    Scenario Outline: The server <what it does> for three calls
      Given the embedding server "<what it does>" at call 2
      And the embedding server "<what it does>" at call 3
      And the embedding server "<what it does>" at call 4
      When the index is synced
      Then the sync completes
      And the embedding server made every vector
      And the index is in step with branch "main"

      Examples:
        | what it does  |
        | breaks down   |
        | is overloaded |
        | hangs up      |

  Rule: An outage stops the sync and fails no file

    Scenario Outline: The server <what it does> and does not recover
      Given the embedding server "<what it does>" from call 2 on
      When the index is synced
      Then the sync stops with error "<kind>"
      And the failed lines are now
        | FILE | CATEGORY | ATTEMPTS | STATE |
      And the sync makes no index changes

      Examples:
        | what it does | kind         |
        | breaks down  | unreachable  |
        | hangs up     | unreachable  |
        | asks to wait | rate-limited |

    Scenario: The server recovers before the next sync
      Given the embedding server "breaks down" from call 2 on
      And the sync failed
      And the embedding server is well again
      When the index is synced
      Then the sync completes
      And the embedding server made every vector
      And no checkpoint remains

  Rule: What the server must not say stops the sync and changes nothing

    Scenario Outline: The server <what it does> in the middle of a sync
      Given the embedding server "<what it does>" at call 2
      When the index is synced
      Then the sync stops with error "<kind>"
      And the sync makes no index changes

      Examples:
        | what it does                 | kind         |
        | refuses the key              | unauthorized |
        | answers with too few vectors | bad-answer   |

    Scenario: The server leaves out a vector, and the sync says how many came
      Given the embedding server "answers with too few vectors" at call 2
      When the operator runs "neap index sync"
      Then the exit code is 3
      And the error output shows
        """
        6 vectors were asked for and 5 came
        """
      And the sync makes no index changes

    Scenario: The server repeats the key that it refuses
      Given the environment variables
        | NAME              | VALUE           |
        | NEAP_EMBEDDER_KEY | sesame-opens-42 |
      And the embedding server "refuses the key" at call 2
      When the index is synced
      Then the sync stops with error "unauthorized"
      And nobody sees "sesame-opens-42"
      And the sync makes no index changes

    Scenario: The server repeats the key whenever it breaks down
      Given the environment variables
        | NAME              | VALUE           |
        | NEAP_EMBEDDER_KEY | sesame-opens-42 |
      And the embedding server "breaks down" from call 2 on
      When the index is synced
      Then the sync stops with error "unreachable"
      And nobody sees "sesame-opens-42"
      And the sync makes no index changes

    Scenario: A sync goes on after the server has answered wrongly
      Given the embedding server "answers with too few vectors" at call 2
      And the sync failed
      When the index is synced
      Then the sync completes
      And the embedding server made every vector
      And the index is in step with branch "main"
