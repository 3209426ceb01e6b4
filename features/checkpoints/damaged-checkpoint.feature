Feature: A ledger that cannot be read
  Disks fail and files get mixed up. A ledger that is damaged, foreign or out of reach is
  refused with what to do next. It is never quietly made anew over what was there.

  Background:
    Given a repository "shop"
    And 3 committed files under "src"
    And the index was synced
    And the commits
      | MESSAGE | CHANGE | FILE         |
      | more    | add    | src/codes.py |

  Rule: What cannot be read is refused and left as it is

    Scenario Outline: A sync meets an index file that is <state>
      Given the index file is "<state>"
      When the index is synced
      Then the sync stops with error "<kind>"
      And the index file is untouched

      Examples:
        | state                         | kind          |
        | damaged                       | index-damaged |
        | a database of another program | index-foreign |
        | of a newer version            | index-newer   |

    Scenario Outline: The errors of an index file that is <state> are asked for
      Given the index file is "<state>"
      When a script asks for "the failures"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE      |
        | error.kind | <kind>     |
        | error.next | (any text) |
      And the index file is untouched

      Examples:
        | state                         | kind          |
        | damaged                       | index-damaged |
        | a database of another program | index-foreign |
        | of a newer version            | index-newer   |

    @needs.mount
    Scenario: Failures are to be forgotten in an index that is read-only
      Given the index folder is "read-only"
      When the failed files are forgotten
      Then the exit code is 3
      And the output is JSON with
        | PATH       | VALUE        |
        | error.kind | not-writable |
      And the index file is untouched

  Rule: What is only missing or unfinished is made whole

    Scenario Outline: A sync finds an index file <state>
      Given the index file is "<state>"
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"
      And the ledger is intact

      Examples:
        | state               |
        | missing             |
        | empty               |
        | without its journal |

  Rule: Somebody else's work is waited for or named

    @process
    Scenario: An interrupted sync is to be abandoned while another sync is at work
      Given another sync is running
      When the interrupted sync is abandoned
      Then the exit code is 5
      And the output is JSON with
        | PATH       | VALUE           |
        | error.kind | held-by-another |

    @process
    Scenario: The errors can be asked for while another sync is at work
      Given another sync is running
      When a script asks for "the failures"
      Then the exit code is 0
      And the output is JSON with
        | PATH  | VALUE |
        | total |     0 |
