Feature: Proving that the index is right
  An index is worth its trust only when somebody can check it. Verify recomputes from
  git what the index should hold, names every difference, and mends it on request.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT        |
      | start   | add    | src/cart.py   | a full cart    |
      |         | add    | src/codes.py  | discount codes |
      |         | add    | src/prices.py | price list     |
    And the index was synced

  Rule: An index that equals its commit passes

    Scenario: Nothing drifted
      When the operator runs "neap index verify --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                            | VALUE            |
        | in_step                         | true             |
        | revisions[0].commit             | (commit "start") |
        | revisions[0].files              |                3 |
        | revisions[0].entries            |                3 |
        | revisions[0].differences.length |                0 |
      And the index file is untouched

    Scenario: Newer commits wait for their sync
      Given the commits
        | MESSAGE   | CHANGE | FILE         | CONTENT        |
        | add rates | add    | src/rates.py | shipping rates |
      When the operator runs "neap index verify --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                | VALUE            |
        | in_step             | true             |
        | revisions[0].commit | (commit "start") |

    Scenario: Skipped and failed files are no differences
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
        |         | add    | logo.png   | (PNG image)     |
      And the index was synced with 1 failed file
      When the operator runs "neap index verify --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH    | VALUE |
        | in_step | true  |

    Scenario: Text without a word is no difference
      Given the commits
        | MESSAGE  | CHANGE | FILE         | CONTENT   |
        | add line | add    | src/line.txt | ;;; --- * |
      And the index was synced
      When the operator runs "neap index verify --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                 | VALUE |
        | in_step              | true  |
        | revisions[0].entries |     4 |
      And the index file is untouched

    Scenario: An index of vectors alone has no words to miss
      Given the index was synced with
        | SETTING      | VALUE |
        | vectors only | yes   |
      When the operator runs "neap index verify --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH    | VALUE |
        | in_step | true  |
      And the index file is untouched

  Rule: Every kind of drift is named

    Scenario Outline: An entry <kind of drift>
      Given the index drifted
        | FILE   | DRIFT  |
        | <file> | <kind> |
      When the operator runs "neap index verify --json"
      Then the exit code is 1
      And the output is JSON with
        | PATH                             | VALUE   |
        | in_step                          | false   |
        | revisions[0].differences.length  |       1 |
        | revisions[0].differences[0].kind | <named> |
        | revisions[0].differences[0].path | <file>  |
      And the index file is untouched

      Examples:
        | kind of drift                | file         | kind           | named        |
        | went missing                 | src/codes.py | missing        | missing      |
        | shows the content of another | src/codes.py | stale          | stale        |
        | is left of a file long gone  | src/ghost.py | ghost          | ghost        |
        | has lost its words           | src/codes.py | wrong text     | wrong-text   |
        | has a spoilt vector          | src/codes.py | wrong vector   | wrong-vector |
        | has lost all its content     | src/codes.py | content lost   | missing      |
        | is taken for a binary file   | src/codes.py | wrong standing | stale        |
        | has a mode that git has not  | src/codes.py | unknown mode   | stale        |

    Scenario: Two files drifted in different ways
      Given the index drifted
        | FILE         | DRIFT   |
        | src/codes.py | missing |
        | src/ghost.py | ghost   |
      When the operator runs "neap index verify"
      Then the exit code is 1
      And the output shows
        """
        missing
        src/codes.py
        ghost
        src/ghost.py
        """

    Scenario: Entries that no search by words can find
      Given the index drifted
        | FILE         | DRIFT         |
        | src/codes.py | missing words |
      When the operator runs "neap index verify --json"
      Then the exit code is 1
      And the output is JSON with
        | PATH                             | VALUE         |
        | revisions[0].differences.length  |             3 |
        | revisions[0].differences[0].kind | missing-words |
        | revisions[0].differences[1].path | src/codes.py  |
      And the index file is untouched

    Scenario: A damaged entry that cannot be compared leads to a rebuild
      Given the index drifted
        | FILE         | DRIFT            |
        | src/codes.py | unknown encoding |
      When the operator runs "neap index verify --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH             | VALUE                              |
        | error.kind       | index-damaged                      |
        | error.details[0] | (begins with src/codes.py)         |
        | error.next       | (begins with `neap index rebuild`) |
      And the index file is untouched

  Rule: A repair restores exactly what git says

    Scenario Outline: A repair mends an entry that <kind of drift>
      Given the index drifted
        | FILE   | DRIFT  |
        | <file> | <kind> |
      When the operator runs "neap index verify --repair --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                  | VALUE |
        | in_step               | true  |
        | revisions[0].repaired |     1 |
      And the index is in step with branch "main"

      Examples:
        | kind of drift                 | file         | kind           |
        | was missing                   | src/codes.py | missing        |
        | showed the content of another | src/codes.py | stale          |
        | was left of a file long gone  | src/ghost.py | ghost          |
        | had lost its words            | src/codes.py | wrong text     |
        | had a spoilt vector           | src/codes.py | wrong vector   |
        | had lost all its content      | src/codes.py | content lost   |
        | was taken for a binary file   | src/codes.py | wrong standing |
        | had a mode that git has not   | src/codes.py | unknown mode   |

    Scenario: A repair writes the words again
      Given the index drifted
        | FILE         | DRIFT         |
        | src/codes.py | missing words |
      When the operator runs "neap index verify --repair --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                  | VALUE |
        | in_step               | true  |
        | revisions[0].repaired |     3 |
      And the index is in step with branch "main"

    Scenario: A sync after drift does not hide it
      Given the index drifted
        | FILE         | DRIFT |
        | src/codes.py | stale |
      And the commits
        | MESSAGE   | CHANGE | FILE         | CONTENT        |
        | add rates | add    | src/rates.py | shipping rates |
      And the index was synced
      When the operator runs "neap index verify --json"
      Then the exit code is 1
      And the output is JSON with
        | PATH                             | VALUE        |
        | revisions[0].differences.length  |            1 |
        | revisions[0].differences[0].path | src/codes.py |

  Rule: A repository that is gone does not hide the others

    Scenario: One of two repositories vanished
      Given a repository "billing"
      And the commits
        | MESSAGE | CHANGE | FILE           |
        | start   | add    | src/invoice.py |
      And the index was synced
      And the index drifted
        | FILE         | DRIFT   |
        | src/codes.py | missing |
      And the repository "billing" lost its history
      When the operator runs "neap index verify --repair --json"
      Then the exit code is 1
      And the output is JSON with
        | PATH                           | VALUE            |
        | in_step                        | false            |
        | revisions.length               |                1 |
        | revisions[0].repository        | shop             |
        | revisions[0].in_step           | true             |
        | revisions[0].repaired          |                1 |
        | failed_revisions.length        |                1 |
        | failed_revisions[0].repository | billing          |
        | failed_revisions[0].error.kind | not-a-repository |
      And the index holds
        | REPOSITORY | FILE           |
        | billing    | src/invoice.py |
        | shop       | src/cart.py    |
        | shop       | src/codes.py   |
        | shop       | src/prices.py  |

    Scenario: People are told which repository cannot be read
      Given a repository "billing"
      And the commits
        | MESSAGE | CHANGE | FILE           |
        | start   | add    | src/invoice.py |
      And the index was synced
      And the repository "billing" lost its history
      When the operator runs "neap index verify"
      Then the exit code is 1
      And the output shows
        """
        default/shop (HEAD) at
        in step; 3 files and 3 entries compared with git.
        """
      And the error output shows
        """
        error: default/billing (HEAD):
        safe:
        next:
        """
      And the index file is untouched
