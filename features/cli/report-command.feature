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

    Scenario: Averages, the best and the worst are counted from every run
      A mean of the runs is not the mean of their files: here the largest run is neither the quickest nor the slowest.

      Given the index was synced
      And the ledger tells of these runs
        | SECONDS | FILES | FAILED | SKIPPED | LINES TOOK |
        |      10 |   100 |      0 |       0 |       2, 4 |
        |       4 |   100 |     10 |       5 |          6 |
        |     2.5 |    20 |      0 |       0 |      0, 20 |
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH                             | VALUE  |
        | summary.runs                     |      3 |
        | summary.average_duration_seconds |    5.5 |
        | summary.average_files_per_second | 14.333 |
        | summary.average_success_rate     | 96.667 |
        | summary.best_files_per_second    |     25 |
        | summary.worst_files_per_second   |      8 |
        | processing_times.count           |      4 |
        | processing_times.average_ms      |      8 |
        | processing_times.max_ms          |     20 |
        | processing_times.min_ms          |      2 |

    Scenario: Each run is told with what it did
      Given the index was synced
      And the ledger tells of these runs
        | COLLECTION | REPOSITORY | SECONDS | FILES | FAILED | SKIPPED |
        | search     | bakery     |       4 |   100 |     10 |       5 |
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH                     | VALUE  |
        | runs[0].run_id           | sync_1 |
        | runs[0].collection       | search |
        | runs[0].repository       | bakery |
        | runs[0].duration_seconds |      4 |
        | runs[0].files            |    100 |
        | runs[0].files_per_second |     25 |
        | runs[0].success_rate     |     90 |
        | runs[0].errors           |     10 |

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

    Scenario: Of fourteen runs the last ten that were completed are told, newest first
      Given the index was synced
      And the ledger tells of these runs
        | STATUS      | FILES |
        | completed   |     1 |
        | completed   |     2 |
        | completed   |     3 |
        | completed   |     4 |
        | interrupted |     5 |
        | completed   |     6 |
        | completed   |     7 |
        | completed   |     8 |
        | failed      |     9 |
        | completed   |    10 |
        | completed   |    11 |
        | completed   |    12 |
        | completed   |    13 |
        | running     |    14 |
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH                             | VALUE |
        | runs.length                      |    10 |
        | summary.runs                     |    10 |
        | summary.average_files_per_second |   7.6 |
        | runs[0].files                    |    13 |
        | runs[1].files                    |    12 |
        | runs[2].files                    |    11 |
        | runs[3].files                    |    10 |
        | runs[4].files                    |     8 |
        | runs[5].files                    |     7 |
        | runs[6].files                    |     6 |
        | runs[7].files                    |     4 |
        | runs[8].files                    |     3 |
        | runs[9].files                    |     2 |

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
      And the ledger tells of these runs
        | SECONDS | FILES     |
        |      10 |       100 |
        |      10 | <between> |
        |      10 | <files>   |
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH          | VALUE   |
        | summary.trend | <trend> |

      Examples:
        | newest                                   | between | files | trend     |
        | quicker than the oldest                  |     100 |   101 | improving |
        | quicker than the oldest, not than all    |     500 |   101 | improving |
        | as quick as the oldest                   |      50 |   100 | stable    |
        | slower than the oldest                   |     100 |    99 | stable    |
        | slower than the oldest, quicker than one |      50 |    99 | stable    |

    Scenario: A run is quicker that took less time over the same files
      Given the index was synced
      And the ledger tells of these runs
        | SECONDS | FILES |
        |      10 |   100 |
        |     9.5 |   100 |
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH          | VALUE     |
        | summary.trend | improving |

    Scenario: What is no longer reported does not count as the oldest
      Given the index was synced
      And the ledger tells of these runs
        | FILES |
        |     1 |
        |     5 |
        |     5 |
        |     5 |
        |     5 |
        |     5 |
        |     5 |
        |     5 |
        |     5 |
        |     5 |
        |     5 |
      When the operator runs "neap index report --json-only"
      Then the exit code is 0
      And the output is JSON with
        | PATH          | VALUE  |
        | runs.length   |     10 |
        | summary.trend | stable |

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

    Scenario: The text sums up, and lists the five newest of seven runs
      Given the index was synced
      And the ledger tells of these runs
        | SECONDS | FILES | FAILED | LINES TOOK |
        |       1 |     9 |      0 |            |
        |       1 |     8 |      0 |            |
        |       1 |     7 |      0 |            |
        |       1 |     6 |      0 |            |
        |       1 |     5 |      0 |            |
        |       2 | 4,000 |    400 |     1, 1.5 |
        |       4 |    10 |      0 |        0.5 |
      When the operator runs "neap index report --output reports"
      Then the exit code is 0
      And the file "reports/performance_report_(date and time).txt" holds
        """
        Performance of the last 7 completed runs
          as of     (date and time)
          duration  1.571 s on average
          speed     291.1 files/s on average, best 2,000.0, worst 2.5
          success   98.6 % on average
          trend     stable
        Processing times of 3 files
          average   1.000 ms, longest 1.500 ms, shortest 0.500 ms
        Recent runs
          (date and time)  default/shop: 10 files in 4.000 s (2.5 files/s), 100.0 % success, 0 errors
          (date and time)  default/shop: 4,000 files in 2.000 s (2,000.0 files/s), 90.0 % success, 400 errors
          (date and time)  default/shop: 5 files in 1.000 s (5.0 files/s), 100.0 % success, 0 errors
          (date and time)  default/shop: 6 files in 1.000 s (6.0 files/s), 100.0 % success, 0 errors
          (date and time)  default/shop: 7 files in 1.000 s (7.0 files/s), 100.0 % success, 0 errors
        """

    Scenario: The file of JSON has what the screen would show
      Given the index was synced
      And the ledger tells of these runs
        | SECONDS | FILES |
        |       2 |    20 |
      When the operator runs "neap index report --output reports"
      Then the exit code is 0
      And the file "reports/performance_data_(date and time).json" shows
        """
        "summary":{"runs":1,"average_duration_seconds":2,"average_files_per_second":10,"average_success_rate":100,"best_files_per_second":10,"worst_files_per_second":10,"trend":"stable"}
        "collection":"default","repository":"shop","duration_seconds":2,"files":20,"files_per_second":10,"success_rate":100,"errors":0}
        """

    Scenario: The table has a row a run, and foreign names stay in their cells
      Given the index was synced
      And the ledger tells of these runs
        | COLLECTION             | REPOSITORY      | SECONDS | FILES | FAILED |
        | default                | shop            |       2 |    20 |      5 |
        | buns, rolls            | the "best" shop |       4 |    10 |      0 |
        | two\\u000alines        | a\\u000db       |       4 |    10 |      0 |
        | =HYPERLINK("http://x") |              +1 |       4 |    10 |      0 |
        |                     -1 | @SUM(A1)        |       4 |    10 |      0 |
      When the operator runs "neap index report --output reports"
      Then the exit code is 0
      And the rows of "reports/performance_runs_(date and time).csv" are
        | RUN ID | STARTED AT | COLLECTION              | REPOSITORY      | DURATION SECONDS | FILES | FILES PER SECOND | SUCCESS RATE | ERRORS |
        | sync_5 | minute 5   | '-1                     | '@SUM(A1)       |                4 |    10 |              2.5 |          100 |      0 |
        | sync_4 | minute 4   | '=HYPERLINK("http://x") | '+1             |                4 |    10 |              2.5 |          100 |      0 |
        | sync_3 | minute 3   | two\\u000alines         | a\\u000db       |                4 |    10 |              2.5 |          100 |      0 |
        | sync_2 | minute 2   | buns, rolls             | the "best" shop |                4 |    10 |              2.5 |          100 |      0 |
        | sync_1 | minute 1   | default                 | shop            |                2 |    20 |               10 |           75 |      5 |

    Scenario: Short runs are drawn to scale
      Given the index was synced
      And the ledger tells of these runs
        | SECONDS | FILES | FAILED |
        |    0.02 |     1 |      0 |
        |    0.08 |     1 |      0 |
      When the operator runs "neap index report --output reports"
      Then the exit code is 0
      And the bars of "reports/performance_charts_(date and time).html" are
        | CHART          | BAR                    | HEIGHT |
        | Speed, files/s | sync_1: 50.000 files/s |  100 % |
        | Speed, files/s | sync_2: 12.500 files/s |   25 % |
        | Duration, s    | sync_1: 0.020 s        |   25 % |
        | Duration, s    | sync_2: 0.080 s        |  100 % |
        | Success, %     | sync_1: 100.000 %      |  100 % |
        | Success, %     | sync_2: 100.000 %      |  100 % |

    Scenario: The charts have a bar a run, as high as what it stands for
      Given the index was synced
      And the ledger tells of these runs
        | SECONDS | FILES | FAILED |
        |      10 |   100 |     50 |
        |       4 |   100 |      0 |
        |       1 |     5 |      0 |
      When the operator runs "neap index report --output reports"
      Then the exit code is 0
      And the bars of "reports/performance_charts_(date and time).html" are
        | CHART          | BAR                    | HEIGHT |
        | Speed, files/s | sync_1: 10.000 files/s |   40 % |
        | Speed, files/s | sync_2: 25.000 files/s |  100 % |
        | Speed, files/s | sync_3: 5.000 files/s  |   20 % |
        | Duration, s    | sync_1: 10.000 s       |  100 % |
        | Duration, s    | sync_2: 4.000 s        |   40 % |
        | Duration, s    | sync_3: 1.000 s        |   10 % |
        | Success, %     | sync_1: 50.000 %       |   50 % |
        | Success, %     | sync_2: 100.000 %      |  100 % |
        | Success, %     | sync_3: 100.000 %      |  100 % |

    Scenario: A name that is a script is text on the page
      Given the index was synced
      And the ledger tells of these runs
        | COLLECTION                | REPOSITORY            |
        | <script>alert(1)</script> | "><img src=x onerror> |
      When the operator runs "neap index report --output reports"
      Then the exit code is 0
      And the file "reports/performance_charts_(date and time).html" shows
        """
        <td>&lt;script&gt;alert(1)&lt;/script&gt;</td>
        &lt;script&gt;alert(1)&lt;/script&gt;/&quot;&gt;&lt;img src=x onerror&gt;: 1 files
        """
      And the file "reports/performance_charts_(date and time).html" does not show
        """
        <script
        <img
        """

    Scenario: A name that would move the cursor is shown as an escape
      Given the index was synced
      And the ledger tells of these runs
        | COLLECTION      | REPOSITORY     |
        | two\\u000alines | \\u001b[2Jshop |
      When the operator runs "neap index report"
      Then the exit code is 0
      And the output shows
        """
        two\nlines/\u001b[2Jshop: 1 files
        """

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

    Scenario: Another ledger that is there is reported
      Given the index was synced
      And the index was backed up
      And the ledger tells of these runs
        | FILES |
        |    70 |
        |    80 |
      When the operator runs "neap index report --json-only --db ../backup/index.db"
      Then the exit code is 0
      And the output is JSON with
        | PATH          | VALUE |
        | runs.length   |     1 |
        | runs[0].files |     3 |

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
