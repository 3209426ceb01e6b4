Feature: Setting limits to results
  A gate file says which results are good enough, for everything or for what a tag
  expression chooses. Each rule answers what was wanted, what was found and because of
  which scenarios.

  Rule: A limit that is kept opens the gate, and one that is not kept closes it

    Scenario Outline: The rule "<rule>" where a scenario is <result>
      Given the run
        | SCENARIO      | RESULT   | TAGS  |
        | Order a book  | passed   | @shop |
        | Return a book | <result> | @shop |
      And the gate rules
        """
        - { rule: <rule> }
        """
      When the gate judges the run
      Then the gate is "<answer>"

      Examples: kept
        | rule                     | result         | answer |
        | passed, min: 50%         | failed         | open   |
        | flaky, max: 50%          | failed, passed | open   |
        | failed, max: 1           | failed         | open   |
        | undefined, max: 1        | undefined      | open   |
        | ambiguous, max: 1        | ambiguous      | open   |
        | pending, max: 1          | pending        | open   |
        | skipped, max: 1          | skipped        | open   |
        | required, where: "@shop" | failed         | open   |

      Examples: not kept
        | rule                     | result         | answer |
        | passed, min: 51%         | failed         | closed |
        | flaky, max: 49%          | failed, passed | closed |
        | failed, max: 0           | failed         | closed |
        | undefined, max: 0        | undefined      | closed |
        | ambiguous, max: 0        | ambiguous      | closed |
        | pending, max: 0          | pending        | closed |
        | skipped, max: 0          | skipped        | closed |
        | required, where: "@shop" | skipped        | closed |

  Rule: A tag expression chooses which scenarios a rule is about

    Scenario Outline: Choosing <who is chosen>
      Given the run
        | SCENARIO      | RESULT  | TAGS        |
        | Order a book  | passed  | @shop       |
        | Return a book | failed  | @shop @slow |
        | Lend a book   | skipped | @library    |
      And the gate rules
        """
        - { rule: passed, where: "<where>", min: 100% }
        """
      When the gate judges the run
      Then the gate is "<answer>"
      And the gate answers
        | FOUND   | ANSWER  |
        | <found> | <means> |

      Examples:
        | who is chosen            | where                   | answer | found                             | means   |
        | by one tag               | @shop                   | closed |                     50 % (1 of 2) | not met |
        | by two tags at once      | @shop and @slow         | closed |                      0 % (0 of 1) | not met |
        | by either tag            | @slow or @library       | closed |                      0 % (0 of 2) | not met |
        | all but one tag          | @shop and not @slow     | open   |                    100 % (1 of 1) | met     |
        | by a bracket             | not (@slow or @library) | open   |                    100 % (1 of 1) | met     |
        | nobody, by a misspelling | @shopp                  | closed | no data: no example has such tags | not met |

    Scenario: A rule names the scenarios that it is because of
      Given the run
        | SCENARIO      | RESULT | REASON              |
        | Order a book  | passed |                     |
        | Return a book | failed | the carrier is gone |
      And the gate rules
        """
        - { rule: passed, min: 100%, name: Everything works }
        """
      When the gate judges the run
      Then the gate is "closed"
      And the gate answers
        | RULE             | WANTED        | FOUND         | ANSWER  | BECAUSE OF                                  |
        | Everything works | at least 100% | 50 % (1 of 2) | not met | Return a book (failed: the carrier is gone) |

    Scenario: A share is never rounded up to the limit
      Given the run
        | SCENARIO      | RESULT |
        | Order a book  | passed |
        | Return a book | passed |
        | Lend a book   | failed |
      And the gate rules
        """
        - { rule: passed, min: 66.67% }
        """
      When the gate judges the run
      Then the gate is "closed"
      And the gate answers
        | FOUND            | ANSWER  |
        | 66.66 % (2 of 3) | not met |

  Rule: What breaks outside the scenarios closes the gate

    Scenario: Nothing broke
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And the gate rules
        """
        - { rule: sound }
        """
      When the gate judges the run
      Then the gate is "open"

    Scenario: The run says that it failed although every scenario passed
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And the suite file "messages.ndjson" was edited from '"success":true' to '"success":false'
      And the gate rules
        """
        - { rule: sound }
        """
      When the gate judges the run
      Then the gate is "closed"
