Feature: Running the specifications
  One command runs all of them. It says what it can do, looks for what it needs before it
  starts, and refuses what it does not know.

  Rule: The command explains itself

    @E-108 @E-111
    Scenario Outline: A developer asks for help with <option>
      When the developer runs "steps/test.sh <option>"
      Then the exit code is 0
      And the output shows
        """
        -v, --verbose
        -b, --benchmark
        -s, --slow
        -c, --coverage
        -h, --help
        """
      And the error output is empty

      Examples:
        | option |
        | -h     |
        | --help |

    @E-108 @E-112
    Scenario: A developer mistypes an option
      When the developer runs "steps/test.sh --fast"
      Then the exit code is 1
      And the error output shows
        """
        unknown option --fast
        Usage: steps/test.sh
        """
      And the output is empty

    @E-108
    Scenario: A developer asks for help and for everything else
      When the developer runs "steps/test.sh -v -b -s -c -h"
      Then the exit code is 0
      And the output shows
        """
        Usage: steps/test.sh
        """

  Rule: What is missing is named before anything starts

    @E-109
    Scenario: Git and .NET are missing
      When the developer runs "steps/test.sh" on a machine without git and .NET
      Then the exit code is 1
      And the error output shows
        """
        The suite needs
        git
        .NET 10
        """
