Feature: Giving a broken server a rest
  Somebody who is down is not helped by more calls. After failures in a row nobody calls for
  a while; then one call finds out. Whatever happens, the way back to normal stays open.

  Rule: Failures in a row open the breaker

    Scenario Outline: The store failed <failures> times in a row
      Given <failures> calls of the index store failed
      When a call of the index store "answers"
      Then the call was <outcome>
      And the circuit breaker of the index store is "<state>"

      Examples:
        | failures | outcome   | state  |
        |        1 | made      | closed |
        |        4 | made      | closed |
        |        5 | kept back | open   |

    Scenario: A success in between begins the count anew
      Given 4 calls of the index store failed
      And 1 call of the index store answered
      And 4 calls of the index store failed
      When a call of the index store "fails"
      Then the call was made
      And the circuit breaker of the index store is "open"

    Scenario: Calls that nobody waited for say nothing about the store
      Given 4 calls of the index store failed
      And a call of the index store "is given up"
      When a call of the index store "answers"
      Then the call was made
      And the circuit breaker of the index store is "closed"

  Rule: After the pause one call finds out

    Scenario Outline: A call <seconds> seconds after the breaker opened
      Given 5 calls of the index store failed
      And <seconds> seconds passed
      When a call of the index store "<end>"
      Then the call was <outcome>
      And the circuit breaker of the index store is "<state>"

      Examples:
        | seconds | end     | outcome   | state  |
        |      29 | answers | kept back | open   |
        |      30 | answers | made      | closed |
        |      30 | fails   | made      | open   |
        |    3600 | answers | made      | closed |

    Scenario: Only one call finds out, the others wait for its answer
      Given 5 calls of the index store failed
      And 30 seconds passed
      And a call of the index store "does not return"
      When a call of the index store "answers"
      Then the call was kept back
      And the circuit breaker of the index store is "half-open"

    Scenario: The call that was to find out is given up
      Given 5 calls of the index store failed
      And 30 seconds passed
      And a call of the index store "is given up"
      When a call of the index store "answers"
      Then the call was made
      And the circuit breaker of the index store is "closed"

    Scenario: The breaker closes even after many days of failures
      Given 5 calls of the index store failed
      And 2 days passed
      And 1 call of the index store failed
      And 30 seconds passed
      And 1 call of the index store failed
      And 30 seconds passed
      When a call of the index store "answers"
      Then the call was made
      And the circuit breaker of the index store is "closed"
