Feature: Seeing what became of the features
  A suite can be made green by asking for less. The features of two commits are
  compared scenario by scenario; what demands less than before is named and closes the
  gate.

  Background:
    Given the features at "before" are
      """
      Feature: Orders
      
        Rule: Orders arrive
      
          @S-1
          Scenario: Order a book
            When a book is ordered
            Then it arrives within 3 days
            And at least 2 letters are sent
      
          Scenario Outline: Order by <carrier>
            When a book is ordered by <carrier>
            Then the shop says
              | TO       | WHAT    |
              | customer | shipped |
              | owner    | sold    |
      
            Examples:
              | carrier |
              | land    |
              | sea     |
      """

  Rule: A scenario that demands less is weakened

    Scenario Outline: A change that demands less: <what changed>
      Given the suite file "features/shop/orders.feature" was edited from '<old>' to '<new>'
      When the features are compared with "before"
      Then the exit code is 0
      And the features changed like this
        | CHANGE   | SCENARIO | DETAIL   |
        | weakened | <title>  | <detail> |

      Examples:
        | what changed          | old                       | new                | title              | detail                                                                           |
        | a higher ceiling      | within 3 days             | within 5 days      | Order a book       | expects less: "it arrives within 3 days" became "it arrives within 5 days"       |
        | a lower floor         | at least 2 letters        | at least 1 letters | Order a book       | expects less: "at least 2 letters are sent" became "at least 1 letters are sent" |
        | a dropped tag         | @S-1                      | # S-1              | Order a book       | no longer carries @S-1                                                           |
        | a scenario left out   | @S-1                      | @S-1 @ignore       | Order a book       | is left out by @ignore                                                           |
        | a dropped Then        | And at least 2 letters    | # And 2 letters    | Order a book       | no longer expects: And at least 2 letters are sent                               |
        | a dropped row         | \| sea     \|             |                    | Order by <carrier> | no longer has the row \| sea \|                                                  |
        | a dropped expectation | \| owner    \| sold    \| |                    | Order by <carrier> | no longer expects the row \| owner \| sold \|                                    |

  Rule: Other changes are told apart

    Scenario Outline: A change that demands no less: <what changed>
      Given the suite file "features/shop/orders.feature" was edited from '<old>' to '<new>'
      When the features are compared with "before"
      Then the exit code is 0
      And the features changed like this
        | CHANGE   | SCENARIO |
        | reworded | <title>  |

      Examples:
        | what changed    | old                    | new                                   | title              |
        | a lower ceiling | within 3 days          | within 2 days                         | Order a book       |
        | a higher floor  | at least 2 letters     | at least 3 letters                    | Order a book       |
        | another tag     | @S-1                   | @S-1 @S-2                             | Order a book       |
        | another title   | Scenario: Order a book | Scenario: Order one book              | Order one book     |
        | other words     | a book is ordered by   | somebody orders a book by             | Order by <carrier> |
        | another row     | \| sea     \|          | \| sea     \|\\n        \| air     \| | Order by <carrier> |

    Scenario: The features are as they were
      When the features are compared with "before"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE |
        | changes.length |     0 |

    Scenario Outline: A scenario becomes a row of an outline and expects <letters> letters
      Given the features at "after" are
        """
        Feature: Orders
        
          Rule: Orders arrive
        
            @S-1
            Scenario Outline: Order a <thing>
              When a <thing> is ordered
              Then it arrives within <days> days
              And at least <letters> letters are sent
        
              Examples:
                | thing  | days |
                | poster | 9    |
                | book   | 3    |
        
            Scenario Outline: Order by <carrier>
              When a book is ordered by <carrier>
              Then the shop says
                | TO       | WHAT    |
                | customer | shipped |
                | owner    | sold    |
        
              Examples:
                | carrier |
                | land    |
                | sea     |
        """
      When the features at "after" are compared with "before"
      Then the exit code is 0
      And the features changed like this
        | CHANGE   | SCENARIO        |
        | <change> | Order a <thing> |

      Examples:
        | letters | change   |
        |       2 | reworded |
        |       1 | weakened |

    Scenario: Scenarios come, go and move between two commits
      Given the features at "after" are
        """
        Feature: Orders
        
          Rule: Orders arrive
        
            Scenario: Lend a shelf
              When a shelf is lent
              Then it is returned
        
          Rule: Books arrive
        
            @S-1
            Scenario: Order a book
              When a book is ordered
              Then it arrives within 3 days
              And at least 2 letters are sent
        """
      When the features at "after" are compared with "before"
      Then the exit code is 0
      And the features changed like this
        | CHANGE  | SCENARIO           | DETAIL                             |
        | removed | Order by <carrier> |                                    |
        | added   | Lend a shelf       |                                    |
        | moved   | Order a book       | was under the rule "Orders arrive" |

    Scenario: One of the commits does not exist
      When the operator runs "specs diff before..never"
      Then the exit code is 3

  Rule: The gate holds the features to what they demanded

    Scenario Outline: The rule <rule> where a scenario <what happened>
      Given the run
        | SCENARIO      | TAGS |
        | Order a book  | @S-1 |
        | Return a book |      |
      And the features once were
        | SCENARIO | TAGS   | RESULT   |
        | <title>  | <tags> | <result> |
      And the gate rules
        """
        - { rule: <rule>, max: 0 }
        """
      When the gate judges the run
      Then the gate is "<answer>"

      Examples:
        | rule     | what happened           | title         | tags      | result   | answer |
        | weakened | carried the same tags   | Order a book  | @S-1      | passed   | open   |
        | weakened | carried another tag too | Order a book  | @S-1 @S-2 | passed   | closed |
        | removed  | was there               | Return a book |           | passed   | open   |
        | removed  | is not there any more   | Sell the shop |           | no steps | closed |
