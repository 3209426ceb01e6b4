Feature: Following the README
  The README is the first thing a new user reads and types. Every command it shows
  works as it stands there.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE   | CHANGE | FILE         | CONTENT                     |
      | start     | add    | src/retry.py | try again, with some jitter |
      | add codes | add    | src/codes.py | discount codes              |

  Rule: Every command of the README does what it says

    Scenario: The index is brought in step
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the index is in step with branch "main"

    Scenario: Code is found by words and by meaning
      Given the index was synced
      When the operator runs "neap index search 'retry with jitter'"
      Then the exit code is 0
      And the output shows
        """
        src/retry.py
        """

    Scenario Outline: The command that <what it does>
      Given the index was synced
      When the operator runs "<command>"
      Then the exit code is 0
      And the output shows
        """
        <what it shows>
        """
      And the sync makes no index changes

      Examples:
        | what it does          | command                        | what it shows |
        | proves the index      | neap index verify              | in step       |
        | tells the state       | neap index status              | shop          |
        | prints every entry    | neap index export --text       | try again     |
        | prints a commit range | neap repo changes HEAD~1..HEAD | new_changeset |
        | checks the index file | neap store check               | sound         |
