Feature: Leaving a place in the index
  A repository that is followed under another name or in another collection leaves the place
  where it was. What it left there is given up once; what anybody puts there later is not
  touched.

  Background:
    Given a repository "billing"
    And a repository "shop"
    And the commits
      | REPOSITORY | MESSAGE       | CHANGE | FILE        | CONTENT     |
      | billing    | start billing | add    | src/pay.py  | paying      |
      | shop       | start shop    | add    | src/cart.py | a full cart |
    And all repositories are followed
    And all followed repositories were synced

  Rule: Only what the list followed is given up

    Scenario: A repository is removed after somebody filled the place that it left
      Given the repository "shop" is followed as "store"
      And all followed repositories were synced
      And the index was synced
      When the operator runs "neap repo remove store"
      Then the exit code is 0
      And the index holds
        | REPOSITORY | FILE        |
        | billing    | src/pay.py  |
        | shop       | src/cart.py |

    Scenario: A repository is removed and its first name is used in another collection
      Given the index was synced with
        | SETTING    | VALUE |
        | collection | attic |
      And the repository "shop" is followed as "store"
      When the operator runs "neap repo remove store"
      Then the exit code is 0
      And the index holds
        | REPOSITORY | FILE        | COLLECTION |
        | billing    | src/pay.py  | attic      |
        | shop       | src/cart.py | attic      |
        | billing    | src/pay.py  | default    |

  Rule: A name that was left is not offered to another repository

    Scenario: The folder of a new repository has the name that another one left
      Given the repository "billing" is followed as "money"
      And all followed repositories were synced
      And a repository "new/billing"
      When the operator runs "neap repo add"
      Then the exit code is 0
      And the followed repositories are
        | NAME        |
        | money       |
        | new/billing |
        | shop        |

    Scenario: A new repository is synced beside the one that left its name
      Given the repository "billing" is followed as "money"
      And a repository "new/billing"
      And the commits
        | MESSAGE | CHANGE | FILE       | CONTENT      |
        | start   | add    | src/due.py | what is owed |
      And all repositories are followed
      When the operator runs "neap index sync --all"
      Then the exit code is 0
      And the index holds
        | REPOSITORY  | FILE        |
        | money       | src/pay.py  |
        | new/billing | src/due.py  |
        | shop        | src/cart.py |

  Rule: The report of a move says what happened, each thing once

    Scenario: A manifest that cannot be understood is named where the repository is now
      Given the committed file ".neap.json":
        """
        {"services": "detect"}
        """
      And the committed file "go.work":
        """
        import ./services/orders
        """
      And the repository "shop" is followed in collection "carts"
      When the operator runs "neap index sync --all --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                 | VALUE   |
        | runs.length          |       3 |
        | runs[1].collection   | carts   |
        | runs[1].notes.length |       1 |
        | runs[2].collection   | default |
        | runs[2].notes.length |       1 |
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES |
        | carts      |         3 | shop         |
        | default    |         1 | billing      |

    @process @needs.user
    Scenario: A repository moves and the list cannot be written
      Given the repository "shop" is followed in collection "carts"
      And neap runs as a user who owns only the folder of the index
      When the operator runs "neap index sync --all"
      Then the exit code is 0
      And the output shows
        """
        shop (main) in collection carts is in step with
          note      The list of repositories at
        2 repositories: 2 synced, 0 failed.
        """
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES |
        | carts      |         1 | shop         |
        | default    |         1 | billing      |
