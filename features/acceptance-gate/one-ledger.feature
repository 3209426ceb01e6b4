Feature: Counting a run once and for all
  Reports of one and the same run disagree, because each tool counts its own way. Here
  every specified example stands in exactly one column, the columns add up to what the
  features contain, and every output takes its figures from that one ledger.

  Background:
    Given the gate rules
      """
      - { rule: passed, min: 100% }
      """

  Rule: An example stands in the column of what happened to it

    Scenario Outline: Counting a scenario that <what happened>
      Given the run
        | SCENARIO      | RESULT   |
        | Order a book  | passed   |
        | Return a book | <result> |
      When the gate judges the run
      Then the gate is "<answer>"
      And every output counts
        | SPECIFIED | PASSED | <column> |
        |         2 |      1 |        1 |

      Examples:
        | what happened               | result                 | answer     | column    |
        | failed                      | failed                 | closed     | FAILED    |
        | failed, then passed         | failed, passed         | closed     | FLAKY     |
        | passed, then failed         | passed, failed         | closed     | FAILED    |
        | failed twice, then passed   | failed, failed, passed | closed     | FLAKY     |
        | lacks a step definition     | undefined              | closed     | UNDEFINED |
        | has two step definitions    | ambiguous              | closed     | AMBIGUOUS |
        | is unfinished               | pending                | closed     | PENDING   |
        | was skipped                 | skipped                | closed     | SKIPPED   |
        | never started               | not run                | incomplete | NOT RUN   |
        | broke before its first step | hook failed            | closed     | FAILED    |
        | ended in a word of tomorrow | ended in a new word    | closed     | FAILED    |
        | says nothing at all         | no steps               | closed     | UNDEFINED |

  Rule: The columns add up to what the features contain

    Scenario: A run of all kinds
      Given the run
        | FEATURE        | SCENARIO        | ROW   | RESULT         |
        | orders.feature | Order a book    |       | passed         |
        | orders.feature | Order two books |       | failed, passed |
        | orders.feature | Order by post   |       | failed         |
        | orders.feature | Order by        | land  | passed         |
        | orders.feature | Order by        | sea   | failed         |
        | orders.feature | Order by        | air   | skipped        |
        | loans.feature  | Lend a book     |       | undefined      |
        | loans.feature  | Lend two books  |       | ambiguous      |
        | loans.feature  | Lend by post    |       | pending        |
        | loans.feature  | Lend by         | month | passed         |
        | loans.feature  | Lend by         | year  | not run        |
      When the gate judges the run
      Then the gate is "incomplete"
      And every output counts
        | SPECIFIED | PASSED | FLAKY | FAILED | UNDEFINED | AMBIGUOUS | PENDING | SKIPPED | NOT RUN |
        |        11 |      3 |     1 |      2 |         1 |         1 |       1 |       1 |       1 |

    Scenario: Rows of an outline share their title
      Given the run
        | SCENARIO | ROW  | RESULT |
        | Order by | land | passed |
        | Order by | sea  | failed |
        | Order by | air  | passed |
      When the gate judges the run
      Then the gate is "closed"
      And every output counts
        | SPECIFIED | PASSED | FAILED |
        |         3 |      2 |      1 |

    Scenario: A scenario in quarantine is neither passed nor failed
      Given the run
        | SCENARIO      | RESULT |
        | Order a book  | passed |
        | Return a book | failed |
      And the quarantine of the suite
        | SCENARIO      | OWNER      | REASON          | SINCE      | UNTIL      |
        | Return a book | sales team | carrier changes | 2026-03-01 | 2026-03-10 |
      When the gate judges the run
      Then the gate is "open"
      And every output counts
        | SPECIFIED | PASSED | QUARANTINED |
        |         2 |      1 |           1 |

  Rule: A further file of messages is a further attempt

    Scenario: What failed is run again and passes
      Given the run
        | SCENARIO      | RESULT |
        | Order a book  | passed |
        | Return a book | failed |
      And these were run again
        | SCENARIO      | RESULT |
        | Return a book | passed |
      When the gate judges the run
      Then the gate is "closed"
      And every output counts
        | SPECIFIED | PASSED | FLAKY |
        |         2 |      1 |     1 |

    Scenario: What failed is run again and fails again
      Given the run
        | SCENARIO      | RESULT |
        | Order a book  | passed |
        | Return a book | failed |
      And these were run again
        | SCENARIO      | RESULT |
        | Return a book | failed |
      When the gate judges the run
      Then the gate is "closed"
      And every output counts
        | SPECIFIED | PASSED | FAILED |
        |         2 |      1 |      1 |

    Scenario: Another lane runs what the first one skipped
      Given the run
        | SCENARIO      | RESULT  |
        | Order a book  | passed  |
        | Return a book | skipped |
      And these were run again
        | SCENARIO      | RESULT  |
        | Order a book  | skipped |
        | Return a book | passed  |
      When the gate judges the run
      Then the gate is "open"
      And every output counts
        | SPECIFIED | PASSED |
        |         2 |      2 |
