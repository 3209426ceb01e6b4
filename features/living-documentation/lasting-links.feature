Feature: Linking to a scenario
  Links to scenarios stand in tickets, chats and mails, and are read long after the run
  that they were copied from.

  Rule: A link leads to its scenario as long as the scenario has its name

    Scenario: Features change their order and grow
      Given a suite of 60 scenarios with a drawing each
      And the page was made
      And the suite was reordered and scenarios were added
      When the page is made
      Then every earlier link still leads to its scenario
      And every link of the page leads to one place

    @needs.browser
    Scenario: A reader follows the address of another reader's search
      Given a suite of 60 scenarios with a drawing each
      And the page was made
      When a reader follows the address of a search for '"case 34"'
      Then the reader sees
        """
        1 of 60 scenarios
        A return in case 34 keeps its promise
        """
