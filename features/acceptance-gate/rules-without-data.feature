Feature: Never opening for want of data
  A rule that has nothing to judge proves nothing. It closes the gate, unless the gate
  file says for this rule that it may go without; then the table says so.

  Background:
    Given the run
      | SCENARIO     | RESULT |
      | Order a book | passed |

  Rule: A rule without data closes the gate

    Scenario Outline: The rule <rule> has nothing to judge
      Given the gate rules
        """
        - { rule: <rule>, <limits> }
        """
      When the gate judges the run
      Then the gate is "closed"
      And the gate answers
        | ANSWER  | FOUND   |
        | not met | <found> |

      Examples:
        | rule                 | limits                                 | found                                                 |
        | requirement-coverage | min: 0%                                | no data: no requirements file                         |
        | unknown-ids          | max: 9                                 | no data: no requirements file                         |
        | faults-caught        | min: 0%                                | no data: nobody has planted faults yet                |
        | mutants-killed       | min: 0%                                | no data: nobody has tried mutants yet                 |
        | metric               | metric: delivery, max: 9               | no data: nobody measured it                           |
        | metric-trend         | metric: delivery, over: 1, worse-by: 9 | no data: nobody measured it                           |
        | weakened             | max: 9                                 | no data: no earlier version of the features was named |
        | line-coverage        | min: 0%                                | no data: nobody measured coverage                     |
        | lint                 | max: 9                                 | no data: no linter result was named                   |
        | flaky                | where: "@nobody", max: 9               | no data: no example has such tags                     |

    Scenario: A rule may go without data where the gate file says so
      Given the gate rules
        """
        - { rule: lint, max: 0, no-data: not-evaluated }
        - { rule: passed, min: 100% }
        """
      When the gate judges the run
      Then the gate is "open"
      And the gate answers
        | ANSWER        | FOUND                               |
        | not evaluated | no data: no linter result was named |
        | met           |                      100 % (1 of 1) |

  Rule: What a linter found counts by its level

    Scenario Outline: Findings of the linter where <what is wanted>
      Given the linter findings of the suite
        | RULE     | LEVEL   | FINDING             |
        | one-when | error   | two events          |
        | columns  | warning | a column never used |
      And the gate rules
        """
        - { rule: lint, <limits> }
        """
      When the gate judges the run
      Then the gate is "<answer>"
      And the gate answers
        | FOUND   |
        | <found> |

      Examples:
        | what is wanted              | limits                 | answer | found |
        | one error is allowed        | max: 1                 | open   |     1 |
        | no error is allowed         | max: 0                 | closed |     1 |
        | warnings count too          | max: 1, level: warning | closed |     2 |
        | as many of both are allowed | max: 2, level: warning | open   |     2 |
