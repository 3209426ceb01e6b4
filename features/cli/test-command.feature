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

  Rule: One run says how it went

    @slow @E-108 @E-112
    Scenario: The proofs of one requirement are run
      When the developer runs "steps/test.sh --filter Category=E-38"
      Then the exit code is 0
      And the output shows
        """
        1 tests in
        seconds.
        Suite: 1 passed, 0 failed, 0 skipped
        """

    @slow @E-108 @E-112
    Scenario: A test fails
      Given the environment variables
        | NAME           | VALUE                                           |
        | SPECS_REQUIRE  | postgres                                        |
        | SPECS_POSTGRES | Host=127.0.0.1;Port=1;Username=nobody;Timeout=1 |
      When the developer runs "steps/test.sh --filter FullyQualifiedName~AnEmptyDatabaseIsReady"
      Then the exit code is 1
      And the output shows
        """
        The last lines of
        1 tests in
        Suite: 0 passed, 1 failed, 0 skipped
        """
      And the folder of 1 failed test is kept for a look

    @slow @E-108 @E-112
    Scenario: No test fits the filter
      When the developer runs "steps/test.sh --filter Category=E-0"
      Then the exit code is 1
      And the output shows
        """
        0 tests in
        Suite: 0 passed, 0 failed, 0 skipped
        """

  Rule: A vector server that is named is asked in place of a stand-in

    @slow
    Scenario: The contract of the stores is run with servers that are named
      Given the suite is told of a Qdrant server and a Weaviate server
      When the developer runs "steps/test.sh --filter FullyQualifiedName~OneContractForEveryStore&DisplayName~Qdrant|FullyQualifiedName~OneContractForEveryStore&DisplayName~Weaviate"
      Then the exit code is 0
      And both servers were filled and emptied again

  Rule: What takes long is left out unless it is asked for

    @slow @E-108 @E-111
    Scenario Outline: A slow test is run <how>
      When the developer runs "steps/test.sh <options> --filter FullyQualifiedName~ATextHasExactly10"
      Then the exit code is <code>
      And the output shows
        """
        Suite: <figures>
        """
      And the folders of 0 failed tests are kept for a look

      Examples:
        | how               | options | code | figures                       |
        | without asking    | -v      |    1 | 0 passed, 0 failed, 1 skipped |
        | because one asked | -s      |    0 | 1 passed, 0 failed, 0 skipped |

    @slow @E-111 @E-115
    Scenario: Every kind of test is run
      When the developer runs "steps/test.sh -s -b --filter Category=E-38|Category=E-19|Category=E-50|FullyQualifiedName~ATextHasExactly10|FullyQualifiedName~ExpressionFacts|FullyQualifiedName~TableFacts"
      Then the exit code is 0
      And the output shows
        """
        0 failed, 0 skipped
        """

  Rule: The hosted build runs the same commands by itself

    @E-114
    Scenario Outline: The hosted build hears of <what>
      When the hosted build hears of <what>
      Then it runs these commands of this project
        | COMMAND | SOUND |
        | .ci/run | yes   |

      Examples:
        | what                        |
        | a push to the branch "main" |
        | a pull request              |

    @E-114
    Scenario: The hosted build hears of the night
      When the hosted build hears of nightfall
      Then it runs these commands of this project
        | COMMAND                                    | SOUND |
        | .ci/run                                    | yes   |
        | steps/test.sh --slow --benchmark --verbose | yes   |
