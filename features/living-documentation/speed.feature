@alone @slow @needs.browser @needs.npm
Feature: Opening large suites at once
  A page that takes seconds is not read. The standard report of the same run is the
  measure, on the same machine and in the same minute.

  Rule: A page costs a fraction of the standard report

    Scenario: Five hundred scenarios
      Given a suite of 500 scenarios with a drawing each
      When the page is measured as "the page of 500", and the standard report as "Cucumber's report of 500"
      Then the measurements are
        | MEASURE                     | RUN             | AGAINST                  | LIMIT               |
        | bytes                       | the page of 500 |                          | at most 2,500,000   |
        | bytes compressed            | the page of 500 |                          | at most 300,000     |
        | milliseconds to interactive | the page of 500 | Cucumber's report of 500 | at most 0.166 times |
        | milliseconds blocked        | the page of 500 | Cucumber's report of 500 | at most 0.05 times  |
        | milliseconds to find        | the page of 500 | Cucumber's report of 500 | at most 0.05 times  |

    Scenario: Two thousand scenarios
      Given a suite of 2,000 scenarios with a drawing each
      When the page is measured as "the page of 2,000", and the standard report as "Cucumber's report of 2,000"
      Then the measurements are
        | MEASURE                     | RUN               | AGAINST                    | LIMIT               |
        | bytes                       | the page of 2,000 |                            | at most 10,000,000  |
        | milliseconds to interactive | the page of 2,000 | Cucumber's report of 2,000 | at most 0.166 times |
        | milliseconds blocked        | the page of 2,000 | Cucumber's report of 2,000 | at most 0.05 times  |
        | milliseconds to find        | the page of 2,000 | Cucumber's report of 2,000 | at most 0.05 times  |
