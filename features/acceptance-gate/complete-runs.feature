Feature: Judging only runs that are complete
  A run that was killed, or that left scenarios out, has shown nothing about what did
  not run. Other reports show such a run as 100 % passed. Here it never opens the gate,
  whatever the gate file says.

  Background:
    Given the gate rules
      """
      - { rule: passed, min: 0% }
      """

  Rule: What is specified has to run to its end

    Scenario: Everything ran
      Given the run
        | SCENARIO      | RESULT |
        | Order a book  | passed |
        | Return a book | passed |
      When the gate judges the run
      Then the gate is "open"

    Scenario: One scenario never started
      Given the run
        | SCENARIO      | RESULT  |
        | Order a book  | passed  |
        | Return a book | not run |
      When the gate judges the run
      Then the gate is "incomplete"
      And the output shows
        """
        1 of 2 examples ran; not run:
        Return a book
        """

    Scenario: The runner died within a scenario
      Given the run
        | SCENARIO      | RESULT |
        | Order a book  | passed |
        | Return a book | cut    |
      When the gate judges the run
      Then the gate is "incomplete"
      And every output counts
        | SPECIFIED | PASSED | NOT RUN |
        |         2 |      1 |       1 |

    Scenario: A scenario says that it passed and is silent about a step
      Given the run
        | SCENARIO      | RESULT |
        | Order a book  | passed |
        | Return a book | silent |
      When the gate judges the run
      Then the gate is "incomplete"
      And every output counts
        | SPECIFIED | PASSED | NOT RUN |
        |         2 |      1 |       1 |

    Scenario: The runner was killed at any place
      Given the run
        | SCENARIO      | RESULT         |
        | Order a book  | passed         |
        | Return a book | failed, passed |
        | Lend a book   | passed         |
      When the gate judges the run, cut at every place
      Then at every cut the gate is "incomplete"

    Scenario: A killed run exports every specified scenario
      Given the run
        | SCENARIO      | RESULT |
        | Order a book  | passed |
        | Return a book | passed |
      And the run broke off after 7 messages
      When the operator runs "specs junit"
      Then the exit code is 4
      And every output counts
        | SPECIFIED | NOT RUN |
        |         2 |       2 |

  Rule: What ran has to be what is specified now

    Scenario: A step was changed after the run
      Given the run
        | SCENARIO      | RESULT |
        | Order a book  | passed |
        | Return a book | passed |
      And the suite file "features/shop/orders.feature" was edited from '| Emma  | 1      |' to '| Emma  | 2      |'
      When the gate judges the run
      Then the gate is "incomplete"
      And the output shows
        """
        examples ran that the features do not contain as they ran
        """

    Scenario: Scenarios that stand on other lines are found again
      Given the run
        | SCENARIO      | RESULT |
        | Order a book  | passed |
        | Return a book | passed |
      And the suite file "features/shop/orders.feature" was edited from 'A shop has to deliver.' to 'A shop\n  delivers.'
      When the gate judges the run
      Then the gate is "open"
      And every output counts
        | SPECIFIED | PASSED |
        |         2 |      2 |

  Rule: What cannot be read is not judged

    Scenario Outline: An input is <what is wrong>
      Given the run
        | SCENARIO     | RESULT |
        | Order a book | passed |
      And the suite file "<file>" was edited from '<text>' to '<edited>'
      When the operator runs "specs gate"
      Then the exit code is <code>
      And the error output shows
        """
        <said>
        """

      Examples:
        | what is wrong              | file                         | text                        | edited      | code | said           |
        | a feature without a colon  | features/shop/orders.feature | Feature:                    | Feature     |    3 | orders.feature |
        | a damaged message          | messages.ndjson              | {"pickle":                  | {"pickle":: |    3 | line 3         |
        | a gate file with no rule   | features/gate.yml            | - { rule: passed, min: 0% } | # none      |    2 | holds no rule  |
        | a gate file with a typo    | features/gate.yml            | rule: passed                | rule: pased |    2 | "pased"        |
        | a limit that limits nought | features/gate.yml            | min: 0%                     | mim: 0%     |    2 | knows no "mim" |

    Scenario: There is no run at all
      When the operator runs "specs gate"
      Then the exit code is 3
      And the error output shows
        """
        There are no messages
        """
