Feature: Reporting how the last runs went
  Whoever plans with Neap needs figures: how long syncs take, how many files a second,
  what fails, and whether it gets better. The figures come from the ledger and are
  written for people, for programs and for a browser.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          |
      | start   | add    | src/cart.py   |
      |         | add    | src/prices.py |
      |         | add    | src/codes.py  |

  @E-97 @E-98 @E-99 @E-101 @E-103 @E-104
  Rule: The report tells of the last completed runs

    Scenario: One run is reported
      Given the index was synced
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH                     | VALUE               |
        | runs.length              |                   1 |
        | runs[0].run_id           | (begins with sync_) |
        | runs[0].collection       | default             |
        | runs[0].repository       | shop                |
        | runs[0].files            |                   3 |
        | runs[0].success_rate     |                 100 |
        | runs[0].errors           |                   0 |
        | runs[0].duration_seconds | (above 0)           |
        | runs[0].files_per_second | (above 0)           |
        | processing_times.count   |                   3 |

    Scenario: The figures of several runs are put together
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE        |
        | rework  | edit   | src/cart.py |
      And the index was synced
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH                             | VALUE     |
        | summary.runs                     |         2 |
        | summary.average_duration_seconds | (above 0) |
        | summary.average_files_per_second | (above 0) |
        | summary.average_success_rate     |       100 |
        | summary.best_files_per_second    | (above 0) |
        | summary.worst_files_per_second   | (above 0) |
        | runs[0].files                    |         1 |
        | runs[1].files                    |         3 |
        | processing_times.count           |         4 |

    Scenario: One file of four cannot be read
      Given the commits
        | MESSAGE  | CHANGE | FILE       | CONTENT         |
        | bad file | add    | src/bad.py | (invalid utf-8) |
      And the index was synced with 1 failed file
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH                 | VALUE |
        | runs[0].files        |     4 |
        | runs[0].errors       |     1 |
        | runs[0].success_rate |    75 |

    Scenario: Only the last ten are shown
      Given 12 syncs were made, each after a commit
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH          | VALUE |
        | runs.length   |    10 |
        | summary.runs  |    10 |
        | runs[9].files |     1 |

    Scenario: A run that was interrupted is not among them
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE        |
        | rework  | edit   | src/cart.py |
      And the operator stopped the sync
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE |
        | runs.length |     1 |

    Scenario: The runs of several collections are reported
      Given the services
        | SERVICE | PATH |
        | shop    | src  |
      And the index was synced
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE |
        | runs.length |     2 |

    Scenario Outline: The ledger stands in <store> with the index
      Given the index is kept in "<store>"
      And the index was synced
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH                   | VALUE |
        | runs.length            |     1 |
        | runs[0].files          |     3 |
        | processing_times.count |     3 |

      Examples: vector servers
        | store  |
        | Qdrant |

      @needs.postgres
      Examples: a database server
        | store      |
        | PostgreSQL |

  @E-100
  Rule: The trend compares the newest run with the oldest

    Scenario: A single run is no trend
      Given the index was synced
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH          | VALUE  |
        | summary.trend | stable |

    Scenario Outline: The newest run is <newest>
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE        |
        | rework  | edit   | src/cart.py |
      And the index was synced
      And the last run took <seconds> seconds
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH          | VALUE   |
        | summary.trend | <trend> |

      Examples:
        | newest                  | seconds  | trend     |
        | quicker than the oldest | 0.000001 | improving |
        | slower than the oldest  |     3600 | stable    |

  @E-102 @E-103 @E-106 @E-107
  Rule: The files say when they were made, and stand where the operator wants them

    Scenario: Text, JSON, CSV and a page are written
      Given the index was synced
      When the operator runs "neap index report --output reports"
      Then the exit code is 0
      And the folder "reports" holds these files
        | FILE                                    | SHOWS                                    |
        | performance_report_(date and time).txt  | Performance of the last 1 completed runs |
        | performance_data_(date and time).json   | "files":3                                |
        | performance_runs_(date and time).csv    | run_id,started_at,collection             |
        | performance_charts_(date and time).html | <svg role="img"                          |

    Scenario: A script names the folder and reads what was written
      Given the index was synced
      When the operator runs "neap index report --json --output reports"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE            |
        | runs.length    |                1 |
        | written.length |                4 |
        | written[1]     | (ends with json) |
      And the folder "reports" holds these files
        | FILE                                    | SHOWS                                    |
        | performance_report_(date and time).txt  | Performance of the last 1 completed runs |
        | performance_data_(date and time).json   | "files":3                                |
        | performance_runs_(date and time).csv    | run_id,started_at,collection             |
        | performance_charts_(date and time).html | <svg role="img"                          |

    Scenario: A script that names no folder gets no file
      Given the index was synced
      When the operator runs "neap index report --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE |
        | runs.length    |     1 |
        | written.length |     0 |
      And the repository is untouched

    Scenario: A folder for no file at all is refused
      Given the index was synced
      When the operator runs "neap index report --json-only --output reports"
      Then the exit code is 2
      And the error output shows
        """
        --json-only means no file, and --output says where the files go; name one of them.
        """
      And the repository is untouched

    Scenario: The text is shown on the screen too
      Given the index was synced
      When the operator runs "neap index report"
      Then the exit code is 0
      And the output shows
        """
        Performance of the last 1 completed runs
        trend     stable
        Processing times of 3 files
        Recent runs
        default/shop: 3 files
        Written:
        performance_report_
        """

    Scenario: Another ledger is reported
      Given the index was synced
      When the operator runs "neap index report --json-only --db elsewhere.db"
      Then the exit code is 2
      And the error output shows
        """
        Checkpoint database not found
        elsewhere.db
        """

  @E-105
  Rule: Without figures the report says why

    Scenario: Nothing was ever synced
      When the operator runs "neap index report"
      Then the exit code is 2
      And the error output shows
        """
        Checkpoint database not found
        """

    @needs.postgres
    Scenario: Nothing was ever synced into a database server
      Given the index is kept in "PostgreSQL"
      When the operator runs "neap index report"
      Then the exit code is 2
      And the error output shows
        """
        Checkpoint database not found
        """

    Scenario: No run was completed
      Given the operator stopped the sync
      When the operator runs "neap index report"
      Then the exit code is 2
      And the error output shows
        """
        No completed runs found
        """

    Scenario: The folder cannot be made
      Given the index was synced
      And the uncommitted file "taken" holds "a file, not a folder"
      When the operator runs "neap index report --output taken"
      Then the exit code is 3
