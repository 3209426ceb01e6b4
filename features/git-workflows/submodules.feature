Feature: Respecting submodules
  A submodule is another repository with a life of its own. Its pointer is recorded
  and skipped by default; on request each submodule is indexed as a repository of
  its own, so that nothing is indexed twice.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE        | CONTENT     |
      | start   | add    | src/cart.py | a full cart |
    And the repository has submodule "payments" at "libs/payments"

  Rule: A submodule is recorded and skipped

    Scenario: A repository with a submodule is indexed
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE        |
        | .gitmodules |
        | src/cart.py |
      And the sync skips these files
        | FILE          | REASON    |
        | libs/payments | submodule |

    Scenario: A submodule points to a newer commit
      Given the index was synced
      And the commits
        | MESSAGE      | CHANGE | FILE          | CONTENT             |
        | new payments | edit   | libs/payments | (another commit id) |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"

    Scenario: A submodule is removed
      Given the index was synced
      And the commits
        | MESSAGE     | CHANGE | FILE          |
        | no payments | delete | libs/payments |
        |             | delete | .gitmodules   |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE        |
        | removed | .gitmodules |
      And the index is in step with branch "main"

    Scenario: A submodule is replaced by its files
      Given the index was synced
      And the commits
        | MESSAGE       | CHANGE | FILE                  | CONTENT       |
        | take in house | delete | libs/payments         |               |
        |               | delete | .gitmodules           |               |
        |               | add    | libs/payments/card.py | charge a card |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE                  |
        | removed | .gitmodules           |
        | added   | libs/payments/card.py |

  Rule: On request each submodule is a repository of its own

    Scenario: A submodule is indexed with its parent
      When the index is synced with
        | SETTING            | VALUE |
        | recurse submodules | yes   |
      Then the sync completes
      And the index holds
        | REPOSITORY         | FILE        |
        | shop               | .gitmodules |
        | shop               | src/cart.py |
        | shop/libs/payments | README.md   |

    Scenario: A repository that is followed elsewhere takes its submodules along
      Given the services
        | SERVICE | PATH |
        | carts   | src  |
      And all repositories are followed
      And the settings
        | SETTING            | VALUE        |
        | repositories       | all followed |
        | recurse submodules | yes          |
      And the index was synced
      And the repository "shop" is followed in collection "sales"
      When the index is synced
      Then the sync completes
      And the index holds
        | REPOSITORY         | FILE        | COLLECTION |
        | shop               | .gitmodules | sales      |
        | shop               | src/cart.py | carts      |
        | shop/libs/payments | README.md   | sales      |

    Scenario: The submodules of a repository that moved follow with the next sync that asks for them
      Given all repositories are followed
      And the index was synced with
        | SETTING            | VALUE        |
        | repositories       | all followed |
        | recurse submodules | yes          |
      And the repository "shop" is followed in collection "sales"
      And all followed repositories were synced
      When the index is synced with
        | SETTING            | VALUE        |
        | repositories       | all followed |
        | recurse submodules | yes          |
      Then the sync completes
      And the index holds
        | REPOSITORY         | FILE        | COLLECTION |
        | shop               | .gitmodules | sales      |
        | shop               | src/cart.py | sales      |
        | shop/libs/payments | README.md   | sales      |

    Scenario: Somebody fills the place of a repository that moved while its submodules are still there
      Given all repositories are followed
      And the index was synced with
        | SETTING            | VALUE        |
        | repositories       | all followed |
        | recurse submodules | yes          |
      And the repository "shop" is followed in collection "sales"
      And all followed repositories were synced
      And the index was synced
      When all followed repositories are synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"

    Scenario: A submodule that was never fetched is passed over
      Given the repository was replaced by a clone of depth 1
      When the index is synced with
        | SETTING            | VALUE |
        | recurse submodules | yes   |
      Then the sync completes
      And the index holds
        | REPOSITORY | FILE        |
        | shop       | .gitmodules |
        | shop       | src/cart.py |

    Scenario: Two submodules are indexed with their parent
      Given the repository has submodule "mail" at "libs/mail"
      When the index is synced with
        | SETTING            | VALUE |
        | recurse submodules | yes   |
      Then the sync completes
      And the index holds
        | REPOSITORY         | FILE        |
        | shop               | .gitmodules |
        | shop               | src/cart.py |
        | shop/libs/mail     | README.md   |
        | shop/libs/payments | README.md   |
