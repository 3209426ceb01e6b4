Feature: Using the sync command
  One command brings the index to a commit. Its options choose the repository, the ref,
  the collection and the effort; without any option it does what most people want.

  Background:
    Given a repository "shop"
    And the commits
      | BRANCH   | FROM | MESSAGE      | CHANGE | FILE          | CONTENT        |
      | main     |      | start prices | add    | src/prices.py | price list     |
      | discount | main | add codes    | add    | src/codes.py  | discount codes |

  Rule: Without options the current folder's checked-out commit is indexed

    @E-77
    Scenario: The command is typed in a repository
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the sync makes these index changes
        | CHANGE | FILE          |
        | added  | src/prices.py |
      And the index is in step with branch "main"

    @E-44
    Scenario: The command says which collection it writes to
      When the operator runs "neap index sync --collection archive"
      Then the exit code is 0
      And the output shows
        """
        archive
        """
      And the sync makes these index changes
        | CHANGE | FILE          | COLLECTION |
        | added  | src/prices.py | archive    |

    Scenario: The command is typed in a second time
      Given the index was synced
      When the operator runs "neap index sync --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE   |
        | status      | in_step |
        | files.total |       0 |
      And the index file is untouched

  Rule: Options choose what is indexed

    Scenario: A branch is named
      When the operator runs "neap index sync --ref discount --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE                |
        | ref         | refs/heads/discount  |
        | branch      | discount             |
        | to_commit   | (commit "add codes") |
        | files.added |                    2 |
      And the index is in step with branch "discount"

    Scenario: A repository elsewhere is named by its path
      Given a repository "warehouse"
      And the commits
        | MESSAGE | CHANGE | FILE         |
        | start   | add    | src/stock.py |
      When the operator runs "neap index sync ../shop --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH       | VALUE |
        | repository | shop  |
      And the sync makes these index changes
        | CHANGE | FILE          | REPOSITORY |
        | added  | src/prices.py | shop       |

    Scenario: Two repositories are named at once
      Given a repository "warehouse"
      And the commits
        | MESSAGE | CHANGE | FILE         |
        | start   | add    | src/stock.py |
      When the operator runs "neap index sync ../shop ../warehouse --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE     |
        | runs.length        |         2 |
        | runs[0].repository | shop      |
        | runs[1].repository | warehouse |
      And the index is in step with branch "main"

    Scenario: A collection is named
      Given the index was synced
      When the operator runs "neap index sync --collection archive --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE   |
        | collection     | archive |
        | texts_embedded |       0 |
      And the sync makes these index changes
        | CHANGE | FILE          | COLLECTION |
        | added  | src/prices.py | archive    |

    Scenario: A name is given to the repository
      When the operator runs "neap index sync --name flowers --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH       | VALUE   |
        | repository | flowers |
      And the sync makes these index changes
        | CHANGE | FILE          | REPOSITORY |
        | added  | src/prices.py | flowers    |

    Scenario: The index is limited to what differs from a branch
      When the operator runs "neap index sync --ref discount --since main"
      Then the exit code is 0
      And the index holds
        | FILE         |
        | src/codes.py |

    Scenario: Uncommitted work is asked for
      Given these uncommitted changes
        | CHANGE | FILE         | CONTENT |
        | add    | src/draft.py | a draft |
      When the operator runs "neap index sync --working-tree"
      Then the exit code is 0
      And the index is in step with the working tree

    Scenario: Libraries of others are asked for
      Given the commits
        | MESSAGE | CHANGE | FILE          |
        | import  | add    | vendor/lib.js |
      When the operator runs "neap index sync --include-vendored"
      Then the exit code is 0
      And the index holds
        | FILE          |
        | src/prices.py |
        | vendor/lib.js |

    Scenario: Submodules are asked for
      Given the repository has submodule "payments" at "libs/payments"
      When the operator runs "neap index sync --recurse-submodules --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE              |
        | runs.length        |                  2 |
        | runs[0].repository | shop               |
        | runs[1].repository | shop/libs/payments |

    Scenario: Submodules are asked for together with one service
      Given the repository has submodule "payments" at "libs/payments"
      When the operator runs "neap index sync --service orders --recurse-submodules"
      Then the exit code is 2
      And the error output shows
        """
        error: --service means one part of this repository, and --recurse-submodules means other repositories
        safe: Nothing was done.
        """
      And the index file is untouched

  Rule: Options choose the effort, never the result

    @E-74
    Scenario Outline: A sync uses <way of working>
      Given 30 committed files under "src/reports"
      When the operator runs "neap index sync <options>"
      Then the exit code is 0
      And the index is in step with branch "main"
      And no file is indexed twice

      Examples:
        | way of working              | options                      |
        | one worker, file by file    | --workers 1 --batch-size 1   |
        | two workers, batches of ten | --workers 2 --batch-size 10  |
        | four workers, large batches | --workers 4 --batch-size 200 |

    Scenario: The lexical index is left out
      When the operator runs "neap index sync --no-lexical"
      Then the exit code is 0
      And the index is in step with branch "main"
      And a search for "price list" finds
        | FILE          |
        | src/prices.py |

    Scenario: The lexical index is made after all
      Given the index was synced with
        | SETTING      | VALUE |
        | vectors only | yes   |
      And the index was synced
      When the operator runs "neap index search price --by words --json"
      Then the output is JSON with
        | PATH         | VALUE         |
        | hits[0].path | src/prices.py |
      And the index is in step with branch "main"

  Rule: A rebuild starts from nothing and ends at the same place

    Scenario: The index is rebuilt
      Given the index was synced
      When the operator runs "neap index rebuild --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH            | VALUE |
        | files.processed |     1 |
        | texts_embedded  |     1 |
      And the sync makes no index changes
      And the index is in step with branch "main"

  Rule: A feed is for the sync alone

    Scenario Outline: A feed is piped into another command: <command>
      Given the index was synced
      When the operator runs "neap index <command>"
      Then the exit code is 2
      And the error output shows
        """
        Nothing was done.
        neap index sync --stdin
        """
      And the index file is untouched

      Examples:
        | command         |
        | rebuild --stdin |
        | resume --stdin  |
        | retry --stdin   |
        | retry -         |
