Feature: Asking for the state of the index
  Which commit does the index show, what is left out and why, and which runs led here?
  The status command answers for people and for scripts.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT     |
      | start   | add    | src/prices.py | price list  |
      |         | add    | logo.png      | (PNG image) |

  Rule: The status shows what the index equals and what it leaves out

    Scenario: A repository is in step
      Given the index was synced
      When the operator runs "neap index status --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                                  | VALUE            |
        | revisions.length                      |                1 |
        | revisions[0].repository               | shop             |
        | revisions[0].ref                      | HEAD             |
        | revisions[0].branch                   | main             |
        | revisions[0].commit                   | (commit "start") |
        | revisions[0].files.indexed            |                1 |
        | revisions[0].files.skipped            |                1 |
        | revisions[0].skipped_by_reason.binary |                1 |

    Scenario: A file could not be read
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      When the operator runs "neap index status --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                            | VALUE      |
        | revisions[0].files.failed       |          1 |
        | revisions[0].failed[0].path     | broken.txt |
        | revisions[0].failed[0].category | encoding   |

    Scenario: A file could not be read three syncs ago
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      And the commits
        | MESSAGE | CHANGE | FILE         |
        | more    | add    | src/codes.py |
      And the index was synced
      When the operator runs "neap index status --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                        | VALUE      |
        | revisions[0].failed.length  |          1 |
        | revisions[0].failed[0].path | broken.txt |

    Scenario: Two collections hold one repository
      Given the index was synced
      And the index was synced with
        | SETTING    | VALUE   |
        | collection | archive |
      When the operator runs "neap index status --collection archive --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                    | VALUE   |
        | revisions.length        |       1 |
        | revisions[0].collection | archive |

    Scenario: The status is read by a person
      Given the index was synced
      When the operator runs "neap index status"
      Then the exit code is 0
      And the output shows
        """
        shop
        """

    Scenario Outline: The name of a collection would colour <where it is read> and break a line
      Given the commits
        | MESSAGE  | CHANGE | FILE       | CONTENT                                          |
        | services | add    | .neap.json | {"services":{"r\\u001b[31med\\u000aline":"src"}} |
      And the index was synced
      When the operator runs "neap <command>"
      Then the exit code is 0
      And the output shows
        """
        r\u001b[31med\nline
        """

      Examples:
        | where it is read | command      |
        | the status       | index status |
        | the verification | index verify |

  Rule: The status remembers the runs

    @E-08 @E-11
    Scenario: The last run has one good and one failed file
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | no logo | delete | logo.png   |                 |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      When the operator runs "neap index status --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH              | VALUE               |
        | runs.length       |                   1 |
        | runs[0].run_id    | (begins with sync_) |
        | runs[0].status    | completed           |
        | runs[0].total     |                   2 |
        | runs[0].succeeded |                   1 |
        | runs[0].failed    |                   1 |

    Scenario: A sync that changed the index follows another one
      Given the index was synced
      And the commits
        | MESSAGE   | CHANGE | FILE         |
        | add codes | add    | src/codes.py |
      And the index was synced
      When the operator runs "neap index status --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                | VALUE                |
        | runs.length         |                    2 |
        | runs[0].from_commit | (commit "start")     |
        | runs[0].to_commit   | (commit "add codes") |

    @E-48
    Scenario: The totals are those of the runs
      Given the index was synced
      And the commits
        | MESSAGE   | CHANGE | FILE         | CONTENT         |
        | add codes | add    | src/codes.py | some codes      |
        |           | add    | broken.txt   | (invalid utf-8) |
      And the index was synced with 1 failed file
      When the operator runs "neap index status --summary --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                     | VALUE |
        | indexed                  |     2 |
        | skipped                  |     1 |
        | failed                   |     1 |
        | runs                     |     2 |
        | runs_by_status.completed |     2 |
        | lines                    |     4 |
        | succeeded                |     2 |
        | errors                   |     1 |

    @E-48
    Scenario: The totals are read by a person
      Given the index was synced
      When the operator runs "neap index status --summary"
      Then the exit code is 0
      And the output shows
        """
        1 indexed, 1 skipped, 0 failed
        1 completed
        """

    Scenario: One run is asked for, line by line
      Given the index was synced
      When the operator runs "neap index status --run-id latest -v --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE         |
        | run.status         | completed     |
        | run.source         | git           |
        | run.abandoned      | false         |
        | lines.length       |             1 |
        | lines[0].path      | src/prices.py |
        | lines[0].operation | add           |
        | lines[0].ms        | (above 0)     |

    Scenario: A run that nobody remembers is asked for
      Given the index was synced
      When the operator runs "neap index status --run-id sync_none --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE      |
        | error.kind | usage      |
        | error.next | (any text) |

    Scenario: What failed is asked for
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      When the operator runs "neap index status --failed --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE      |
        | total              |          1 |
        | errors[0].path     | broken.txt |
        | errors[0].category | encoding   |

  Rule: The status needs an index to speak of

    Scenario: There is no index yet
      When the operator runs "neap index status --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH             | VALUE |
        | revisions.length |     0 |
        | runs.length      |     0 |
      And the index file is untouched
