Feature: Telling the result to other tools
  Hosts of builds read JUnit and TRX and show Markdown. They drop what is too large and
  believe what they are told, so nothing that did not pass is told as passed, and the
  worst comes first.

  Rule: What a format has no word for is a failure

    @process
    Scenario Outline: The exit code of a run that is <answer>
      Given the run
        | SCENARIO     | RESULT   |
        | Order a book | <result> |
      And the gate rules
        """
        - { rule: passed, min: 100% }
        """
      When the operator runs "specs gate"
      Then the exit code is <code>
      And the output shows
        """
        <said>
        """

      Examples:
        | answer     | result  | code | said                                  |
        | good       | passed  |    0 | Gate open                             |
        | bad        | failed  |    1 | Gate closed: 1 of 2 rules are not met |
        | incomplete | not run |    4 | Gate closed: the run is incomplete    |

    Scenario: A scenario that ended in no known way fails in JUnit
      Given the run
        | SCENARIO      | RESULT    |
        | Order a book  | pending   |
        | Return a book | undefined |
      When the operator runs "specs junit"
      Then the exit code is 0
      And the output shows
        """
        tests="2" failures="2"
        <failure type="pending"
        <failure type="undefined"
        """

  Rule: The summary fits, with the worst first

    Scenario: Failures come before what was skipped
      Given the run
        | SCENARIO      | RESULT         | REASON            |
        | Order a book  | skipped        | no carrier here   |
        | Return a book | failed, passed | the first was bad |
        | Lend a book   | failed         | nobody came       |
      When the run is summed up
      Then the exit code is 0
      And the output shows
        """
        3 specified = 0 passed + 1 flaky + 1 failed
        nobody came
        the first was bad
        no carrier here
        """

    Scenario: A summary that would be too large is cut, and says so
      Given the run
        | SCENARIO        | RESULT         | REASON                                                                                 |
        | Order a book    | failed, passed | a reason of many words that nobody would write unless the summary were to be filled up |
        | Return a book   | failed, passed | a reason of many words that nobody would write unless the summary were to be filled up |
        | Lend a book     | failed, passed | a reason of many words that nobody would write unless the summary were to be filled up |
        | Borrow a book   | failed, passed | a reason of many words that nobody would write unless the summary were to be filled up |
        | Exchange a book | failed, passed | a reason of many words that nobody would write unless the summary were to be filled up |
        | Lose a book     | failed         | this is the worst                                                                      |
      When the run is summed up in 1 KiB
      Then the exit code is 0
      And the output shows
        """
        this is the worst
        …and 1 more, which would not fit here
        """

  Rule: Words of others are shown and never obeyed

    Scenario Outline: A title with <what> in the <format>
      Given the run
        | SCENARIO | RESULT |
        | <title>  | failed |
      When the operator runs "specs <format>"
      Then the exit code is 0
      And the output shows
        """
        <shown>
        """

      Examples:
        | what      | format  | title                         | shown                                     |
        | a script  | summary | <img src=x onerror=alert(1)>  | &lt;img src=x onerror=alert(1)&gt;        |
        | a script  | junit   | <img src=x onerror=alert(1)>  | name="&lt;img src=x onerror=alert(1)&gt;" |
        | a link    | summary | a [book](http://shop.example) | \\[book\\]                                |
        | a quote   | junit   | the "best" book               | name="the &quot;best&quot; book"          |
        | a mention | summary | a book for @everybody         | \\@everybody                              |
