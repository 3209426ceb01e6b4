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

  Rule: As many repositories are synced at a time as was asked for

    Scenario Outline: So many at a time: <number>
      Given an embedding server
      And the embedding server waits until <number> ask at once
      And the network to the embedding server
        | FAULT | VALUE |
        | delay | 30 ms |
      And the settings
        | SETTING                | VALUE        |
        | repositories           | all followed |
        | repositories at a time | <number>     |
        | workers                |            1 |
      When the index is synced
      Then the sync completes
      And <number> requests to the embedding server were under way at once
      And the index is in step with branch "main"

      Examples:
        | number |
        |      1 |
        |      2 |

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

  Rule: A repository that is followed elsewhere leaves nothing behind

    Scenario Outline: A repository moves to another collection in <store>
      Given the index is kept in "<store>"
      And all followed repositories were synced
      And the repository "shop" is followed in collection "carts"
      And the commits
        | REPOSITORY | MESSAGE | CHANGE | FILE        | CONTENT       |
        | shop       | sale    | edit   | src/cart.py | an empty cart |
      When all followed repositories are synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES     |
        | carts      |         1 | shop             |
        | default    |         2 | billing, website |
      And a search for "an empty cart" finds
        | REPOSITORY | FILE        |
        | shop       | src/cart.py |

      Examples:
        | store    |
        | SQLite   |
        | Qdrant   |
        | Weaviate |

      @needs.postgres
      Examples: in a database
        | store      |
        | PostgreSQL |

    Scenario Outline: A repository that has no news moves: <to>
      Given the commits
        | REPOSITORY | BRANCH | FROM | MESSAGE | CHANGE | FILE       | CONTENT     |
        | shop       | next   | main | plans   | add    | src/pay.py | paying soon |
      And all followed repositories were synced
      And the repository "shop" is followed <to>
      When all followed repositories are synced
      Then the sync completes
      And the index holds
        | REPOSITORY | FILE         | COLLECTION   |
        | billing    | src/pay.py   | default      |
        | website    | src/index.js | default      |
        | <name>     | src/cart.py  | <collection> |

      Examples:
        | to                    | name    | collection |
        | in collection "carts" | shop    | carts      |
        | on branch "main"      | shop    | default    |
        | as "baskets"          | baskets | default    |

    Scenario: A repository that is divided into services follows another branch
      Given the services
        | SERVICE | PATH |
        | pages   | src  |
      And all followed repositories were synced
      And the repository "website" is followed on branch "main"
      When all followed repositories are synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES  |
        | default    |         2 | billing, shop |
        | pages      |         1 | website       |

    Scenario: A repository that moved twice leaves both places
      Given all followed repositories were synced
      And the repository "shop" is followed in collection "carts"
      And all followed repositories were synced
      And the repository "shop" is followed in collection "stock"
      And the repository "shop" is followed in collection "sales"
      When all followed repositories are synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES     |
        | default    |         2 | billing, website |
        | sales      |         1 | shop             |

    Scenario: A repository comes back to where it was before anybody synced
      Given all followed repositories were synced
      And the repository "shop" is followed in collection "carts"
      And the repository "shop" is followed in collection "default"
      When all followed repositories are synced
      Then the sync completes
      And the sync makes no index changes

    Scenario: What somebody synced by hand into another collection stays
      Given the index was synced with
        | SETTING    | VALUE |
        | collection | attic |
      And all followed repositories were synced
      And the repository "shop" is followed in collection "carts"
      When all followed repositories are synced
      Then the sync completes
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES           |
        | attic      |         3 | billing, shop, website |
        | carts      |         1 | shop                   |
        | default    |         2 | billing, website       |

    Scenario: What is synced by hand into a place that was left stays from then on
      Given all followed repositories were synced
      And the repository "shop" is followed in collection "carts"
      And all followed repositories were synced
      And the index was synced
      When all followed repositories are synced
      Then the sync completes
      And the sync makes no index changes
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES           |
        | carts      |         1 | shop                   |
        | default    |         3 | billing, shop, website |

    Scenario: The repository moves to a collection with another embedder
      Given all followed repositories were synced
      And the repository "shop" is followed in collection "carts"
      And an embedding server
      When all followed repositories are synced
      Then these repositories failed
        | REPOSITORY | ERROR             |
        | billing    | embedder-mismatch |
        | website    | embedder-mismatch |
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES     |
        | carts      |         1 | shop             |
        | default    |         2 | billing, website |

  Rule: The old place stays findable until the new one is there

    Scenario: The store fails on the way to the new place
      Given all followed repositories were synced
      And the repository "shop" is followed in collection "carts"
      And the commits
        | REPOSITORY | MESSAGE | CHANGE | FILE        | CONTENT       |
        | shop       | sale    | edit   | src/cart.py | an empty cart |
      And these faults are armed
        | WHERE       | AT     | FAULT     |
        | index store | call 4 | disk full |
      When all followed repositories are synced
      Then the exit code is 3
      And the output is JSON with
        | PATH                              | VALUE     |
        | failed_repositories.length        |         1 |
        | failed_repositories[0].repository | shop      |
        | failed_repositories[0].error.kind | disk-full |
      And the sync makes no index changes

    @process
    Scenario Outline: The engine dies <moment> in <store>, and the next sync moves it
      Given the index is kept in "<store>"
      And all followed repositories were synced
      And the repository "shop" is followed in collection "carts"
      And the settings
        | SETTING      | VALUE        |
        | repositories | all followed |
      And these faults are armed
        | WHERE  | AT       | FAULT          |
        | engine | <moment> | process killed |
      And the sync was interrupted
      When the sync is resumed
      Then the sync completes
      And 0 texts were embedded
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES     |
        | carts      |         1 | shop             |
        | default    |         2 | billing, website |

      Examples:
        | moment                          | store    |
        | before the run closes           | SQLite   |
        | before a collection is given up | SQLite   |
        | before a collection is given up | Weaviate |

      @needs.postgres
      Examples: in a database
        | moment                          | store      |
        | before a collection is given up | PostgreSQL |

    @process
    Scenario: The engine dies and the old place is findable
      Given all followed repositories were synced
      And the repository "shop" is followed in collection "carts"
      And the settings
        | SETTING      | VALUE        |
        | repositories | all followed |
      And these faults are armed
        | WHERE  | AT                              | FAULT          |
        | engine | before a collection is given up | process killed |
      When the index is synced
      Then the sync stops with error "killed"
      And the sync makes no index changes

    Scenario Outline: <server> is away, and told later what moved
      Given the index is kept in "<server>"
      And all followed repositories were synced
      And the repository "shop" is followed in collection "carts"
      And the settings
        | SETTING      | VALUE        |
        | repositories | all followed |
      And the index store is down
      And the sync failed
      And the index store is up again
      When the index is synced
      Then the vector server keeps 3 points
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES     |
        | carts      |         1 | shop             |
        | default    |         2 | billing, website |

      Examples:
        | server   |
        | Qdrant   |
        | Weaviate |
