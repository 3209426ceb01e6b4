Feature: Keeping many repositories in step
  A company has more repositories than anybody wants to type. Those that are followed
  are synced together, each as if it were alone, and trouble with one of them is no
  trouble of the others.

  Background:
    Given a repository "shop"
    And a repository "billing"
    And a repository "website"
    And the commits
      | REPOSITORY | MESSAGE       | CHANGE | FILE         | CONTENT     |
      | shop       | start shop    | add    | src/cart.py  | a full cart |
      | billing    | start billing | add    | src/pay.py   | paying      |
      | website    | start website | add    | src/index.js | a greeting  |
    And all repositories are followed

  Rule: One command brings every followed repository in step

    Scenario: All of them are synced for the first time
      When all followed repositories are synced
      Then the sync completes
      And the index holds
        | REPOSITORY | FILE         |
        | shop       | src/cart.py  |
        | billing    | src/pay.py   |
        | website    | src/index.js |
      And the index is in step with branch "main"

    Scenario: Only one of them has news
      Given all followed repositories were synced
      And the commits
        | REPOSITORY | MESSAGE | CHANGE | FILE       | CONTENT     |
        | billing    | refunds | edit   | src/pay.py | paying back |
      When all followed repositories are synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE       | EMBEDDED |
        | updated | src/pay.py | yes      |
      And the index is in step with branch "main"

    Scenario: A file of the same name is in two repositories
      Given the commits
        | REPOSITORY | MESSAGE | CHANGE | FILE      | CONTENT         |
        | shop       | readme  | add    | README.md | all about carts |
        | billing    | readme  | add    | README.md | all about money |
      When all followed repositories are synced
      Then the sync completes
      And no file is indexed twice
      And the index is in step with branch "main"

    Scenario: Several of them have the same content
      Given the commits
        | REPOSITORY | MESSAGE | CHANGE | FILE    | CONTENT          |
        | shop       | licence | add    | LICENCE | the same licence |
        | billing    | licence | add    | LICENCE | the same licence |
        | website    | licence | add    | LICENCE | the same licence |
      When all followed repositories are synced
      Then the sync completes
      And a search for "the same licence" finds
        | REPOSITORY | FILE    |
        | shop       | LICENCE |
        | billing    | LICENCE |
        | website    | LICENCE |

    Scenario: One of them is a monorepo
      Given the services
        | SERVICE | PATH |
        | pages   | src  |
      When all followed repositories are synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES  |
        | default    |         2 | billing, shop |
        | pages      |         1 | website       |

  Rule: Trouble with one repository does not stop the others

    Scenario: A repository lost its history
      Given the repository "billing" lost its history
      When all followed repositories are synced
      Then these repositories failed
        | REPOSITORY | ERROR            |
        | billing    | not-a-repository |
      And the index is in step with branch "main"

    Scenario: A repository describes services that cannot be
      Given the commits
        | REPOSITORY | MESSAGE | CHANGE | FILE       | CONTENT           |
        | website    | wrong   | add    | .neap.json | {"services": [1]} |
      When all followed repositories are synced
      Then these repositories failed
        | REPOSITORY | ERROR |
        | website    | usage |
      And the index holds
        | REPOSITORY | FILE        |
        | shop       | src/cart.py |
        | billing    | src/pay.py  |

    Scenario: What a broken repository had in the index stays findable
      Given all followed repositories were synced
      And the repository "billing" lost its history
      When all followed repositories are synced
      Then these repositories failed
        | REPOSITORY | ERROR            |
        | billing    | not-a-repository |
      And the sync makes no index changes
