@needs.browser
Feature: Reading the page in any way
  Some readers print, some have no script, some listen instead of looking, some work at
  night. All of them get the whole page.

  Background:
    Given a suite of 30 scenarios with a drawing each
    And the page was made

  Rule: The page is whole in every way of reading

    Scenario: A reader has no JavaScript
      When a reader opens the page without JavaScript
      Then nothing of the page is hidden
      And the reader sees
        """
        30 specified = ✓ 27 passed
        """

    Scenario: A reader prints the page
      When a reader opens the page on paper
      Then nothing of the page is hidden

    @needs.npm
    Scenario: A reader depends on tools that read the page out
      When a reader opens the page with JavaScript
      Then an accessibility check finds nothing
