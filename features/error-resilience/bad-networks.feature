Feature: Reaching a server over a bad network
  Between Neap and a server there are networks that are slow, lossy or gone. A slow one
  costs time and nothing else; one that fails stops the sync with the index as it was,
  and the next sync goes on when the network is back.

  Background:
    Given a repository "shop"
    And 6 committed files under "src"
    And an embedding server
    And the settings
      | SETTING    | VALUE |
      | batch size |     1 |

  Rule: A slow network costs time and nothing else

    Scenario Outline: The network <what it does>
      Given the network to the embedding server
        | FAULT   | VALUE   |
        | <fault> | <value> |
      When the index is synced
      Then the sync completes
      And the embedding server made every vector
      And the index is in step with branch "main"

      Examples:
        | what it does           | fault          | value  |
        | answers late           | delay          |  30 ms |
        | answers now and then   | jitter         |  40 ms |
        | has a narrow bandwidth | bytes a second | 10,000 |

  Rule: A network that fails stops the sync and changes nothing

    Scenario Outline: The network <what it does to a first sync>
      Given the environment variables
        | NAME                   | VALUE |
        | NEAP_EMBEDDER_ATTEMPTS |     1 |
        | NEAP_EMBEDDER_TIMEOUT  |    1s |
      And the network to the embedding server
        | FAULT   | VALUE   |
        | <fault> | <value> |
      When the index is synced
      Then the sync stops with error "unreachable"
      And the sync makes no index changes

      Examples:
        | what it does to a first sync | fault           | value |
        | refuses connections          | refuses         | yes   |
        | resets connections           | resets          | yes   |
        | cuts answers short           | cut after bytes |    60 |
        | loses answers                | drops replies   | yes   |
        | swallows everything          | blackhole       | yes   |

    Scenario: The index keeps its last revision while the network is gone
      Given the index was synced
      And the environment variables
        | NAME                   | VALUE |
        | NEAP_EMBEDDER_ATTEMPTS |     1 |
      And the network to the embedding server
        | FAULT  | VALUE |
        | resets | yes   |
      And the commits
        | MESSAGE | CHANGE | FILE         |
        | more    | add    | src/codes.py |
      When the index is synced
      Then the sync stops with error "unreachable"
      And the sync makes no index changes

    Scenario: The next sync goes on when the network is back
      Given the environment variables
        | NAME                   | VALUE |
        | NEAP_EMBEDDER_ATTEMPTS |     1 |
      And the network to the embedding server
        | FAULT         | VALUE |
        | drops replies | yes   |
      And the sync failed
      And the network to the embedding server
        | FAULT | VALUE |
      When the index is synced
      Then the sync completes
      And the embedding server made every vector
      And the index is in step with branch "main"

  Rule: No more requests are under way than connections are allowed

    @E-41
    Scenario Outline: Many workers share <how many>
      Given the environment variables
        | NAME                 | VALUE         |
        | NEAP_MAX_WORKERS     |             8 |
        | NEAP_MAX_CONNECTIONS | <connections> |
      And the network to the embedding server
        | FAULT | VALUE |
        | delay | 20 ms |
      And 20 committed files under "src/reports"
      When the index is synced
      Then the sync completes
      And at most <connections> requests to the embedding server were under way at once
      And the index is in step with branch "main"

      Examples:
        | how many        | connections |
        | one connection  |           1 |
        | two connections |           2 |
