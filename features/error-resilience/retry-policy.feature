Feature: Trying again
  A hiccup should cost a pause and not a sync, and what can never succeed should cost nothing.
  How often and after which pauses something is tried depends on what went wrong, in one table
  that holds for everything Neap asks.

  Rule: What works is not tried again

    @E-23
    Scenario: An operation works at once
      When an operation is tried that fails 0 times because "a server refuses the connection"
      Then it was tried 1 time and succeeded
      And the longest pauses would be "" seconds

    @E-24
    Scenario: An operation works at the third try
      When an operation is tried that fails 2 times because "a server refuses the connection"
      Then it was tried 3 times and succeeded
      And the longest pauses would be "1, 2" seconds

  Rule: Each category has its number of tries, and pauses that double

    Scenario Outline: The trouble does not pass: <what happens>
      When an operation is tried that fails 9 times because "<what happens>"
      Then it was tried <tries> times and failed
      And the longest pauses would be "<pauses>" seconds

      Examples: worth another try
        | what happens                          | tries | pauses         |
        | a server refuses the connection       |     5 |     1, 2, 4, 8 |
        | a server answers with status 500      |     5 |     1, 2, 4, 8 |
        | a server answers with status 429      |     5 | 10, 20, 40, 80 |
        | an answer takes too long              |     3 |          5, 10 |
        | a database file is no database        |     3 |           2, 4 |
        | a file is not there                   |     2 |            0.5 |
        | something happens that nobody foresaw |     2 |              1 |

    @E-25
    Scenario Outline: The trouble cannot pass: <what happens>
      When an operation is tried that fails 9 times because "<what happens>"
      Then it was tried 1 time and failed
      And the longest pauses would be "" seconds

      Examples: never tried again
        | what happens                               |
        | a word stands where a number is needed     |
        | input is no JSON                           |
        | a server answers with status 400           |
        | bytes are no UTF-8                         |
        | more memory is asked for than there can be |

  Rule: A server that says how long to wait is waited for exactly so long

    Scenario: A server asks twice to wait
      When an operation is tried that fails 2 times because "a server asks to wait 45 seconds"
      Then it was tried 3 times and succeeded
      And the longest pauses would be "45, 45" seconds

    Scenario: A server asks to wait longer than anybody should
      When an operation is tried that fails 2 times because "a server asks to wait 301 seconds"
      Then it was tried 1 time and failed
      And the longest pauses would be "" seconds

    Scenario: A server asks to wait just as long as is bearable
      When an operation is tried that fails 1 time because "a server asks to wait 300 seconds"
      Then it was tried 2 times and succeeded
      And the longest pauses would be "300" seconds
