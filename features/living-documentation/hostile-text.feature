Feature: Showing hostile text without obeying it
  The test data of a git suite is hostile on purpose: paths, commit messages, logs and
  names that are markup, script or worse. A report that obeys one of them is a hole in
  the house of whoever opens it.

  Rule: Every text is shown, and none is obeyed

    @needs.browser
    Scenario: A reader opens a page full of hostile text
      Given a suite with hostile text in every place
      And the page was made
      When a reader opens the page with JavaScript
      Then no script ran and no host was asked
      And every title can be read as it is written

    Scenario: Hostile text does not break the page apart
      Given a suite with hostile text in every place
      When the page is made
      Then every link of the page leads to one place
      And the page shows
        """
        56 specified = ✓ 28 passed
        ✗ 28 failed
        <script>pwned=1</script>
        """
