@slow @needs.browser @needs.npm
Feature: Opening large suites at once
  A page that takes seconds is not read. The standard report of the same run is the
  measure, on the same machine and in the same minute.

  Rule: A page costs a fraction of the standard report

    Scenario: Five hundred scenarios
      Given a suite of 500 scenarios with a drawing each
      When the page is measured beside the standard report
      Then the page stays within
        | FIGURE                                             | AT MOST   |
        | bytes                                              | 2,500,000 |
        | bytes compressed                                   |   300,000 |
        | share of the standard report's time to interactive |     0.166 |

    Scenario: Two thousand scenarios
      Given a suite of 2,000 scenarios with a drawing each
      When the page is measured beside the standard report
      Then the page stays within
        | FIGURE                                             | AT MOST    |
        | bytes                                              | 10,000,000 |
        | share of the standard report's time to interactive |      0.166 |
