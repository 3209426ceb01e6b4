Feature: Reading the outcome from the exit code
  Scripts and pipelines decide by the exit code. Each kind of outcome has its own, and
  an error always says what happened, what is safe and what to type next.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |

  Rule: Each kind of outcome has its own code

    Scenario: Everything was indexed
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the index is in step with branch "main"

    @E-88 @E-89 @E-90
    Scenario: One file of several could not be read
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      When the operator runs "neap index sync"
      Then the exit code is 1
      And the output shows
        """
        broken.txt
        """
      And the index is in step with branch "main" except for "broken.txt"

    Scenario Outline: The command line is wrong: <what is wrong>
      When the operator runs "<command>"
      Then the exit code is 2
      And the output is empty
      And the sync makes no index changes

      Examples:
        | what is wrong            | command                            |
        | an unknown command       | neap index polish                  |
        | an unknown option        | neap index sync --quickly          |
        | a number that is a word  | neap index sync --workers many     |
        | a number below one       | neap index sync --batch-size 0     |
        | an embedder nobody knows | neap index sync --embedder crystal |

    Scenario Outline: <what> is misspelt
      When the operator runs "<command>"
      Then the exit code is 2
      And the error output shows
        """
        Did you mean `<meant>`?
        """
      And the index file is untouched

      Examples:
        | what                  | command                                  | meant           |
        | A command             | neap index sycn                          | neap index sync |
        | A group of commands   | neap idnex sync                          | neap index      |
        | An option             | neap index sync --bach-size 3            | --batch-size    |
        | An option of searches | neap index search price --colection more | --collection    |

    Scenario: The folder holds no repository
      Given a folder "notes" without a repository
      When the operator runs "neap index sync --json"
      Then the exit code is 4
      And the output is JSON with
        | PATH       | VALUE            |
        | error.kind | not-a-repository |
        | exit_code  |                4 |
      And the index file is untouched

    Scenario Outline: What is to be followed is <what>
      When the operator runs "neap index sync <words> --json"
      Then the exit code is 4
      And the output is JSON with
        | PATH       | VALUE  |
        | error.kind | <kind> |
      And the index file is untouched

      Examples:
        | what                       | words                    | kind             |
        | a folder that is not there | nowhere                  | not-a-repository |
        | a file and no commit       | --ref main:src/prices.py | ref-not-found    |

    Scenario: The branch is misspelt
      When the operator runs "neap index sync --ref mian"
      Then the exit code is 4
      And the error output shows
        """
        Did you mean main?
        """
      And the index file is untouched

    Scenario: A bare repository has no uncommitted work
      Given the repository was replaced by a bare clone
      When the operator runs "neap index sync --working-tree --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE |
        | error.kind | usage |
      And the index file is untouched

    Scenario: The branch is unknown
      When the operator runs "neap index sync --ref nowhere --json"
      Then the exit code is 4
      And the output is JSON with
        | PATH       | VALUE         |
        | error.kind | ref-not-found |
      And the sync makes no index changes

    Scenario: The embedding server does not answer
      When the operator runs "neap index sync --embedder http --embedder-url http://nowhere.invalid/v1 --embedder-model small --json"
      Then the exit code is 3
      And the output is JSON with
        | PATH       | VALUE       |
        | error.kind | unreachable |
      And the sync makes no index changes

    Scenario: The index was made by another embedder
      Given the index was synced
      When the operator runs "neap index search prices --embedder http --embedder-url http://nowhere.invalid/v1 --embedder-model small --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE             |
        | error.kind | embedder-mismatch |

  Rule: A place that cannot be written loses nothing

    @needs.mount
    Scenario: The folder of the index is read-only
      Given the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE         |
        | more    | add    | src/codes.py |
      And the index folder is "read-only"
      When the operator runs "neap index sync --json"
      Then the exit code is 3
      And the output is JSON with
        | PATH       | VALUE        |
        | error.kind | not-writable |
      And the index file is untouched

    @needs.mount
    Scenario: The disk is full
      Given the index was synced
      And 200 committed files under "src/reports"
      And the index folder is "on a full disk"
      When the operator runs "neap index sync --json"
      Then the exit code is 3
      And the output is JSON with
        | PATH       | VALUE     |
        | error.kind | disk-full |
      And the sync makes no index changes

    @needs.mount
    Scenario: A read-only index is searched
      Given the index was synced
      And the index folder is "read-only"
      When the operator runs "neap index search 'price list' --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE         |
        | hits[0].path | src/prices.py |

  Rule: Two syncs of one repository never mix

    @process
    Scenario: Somebody else is syncing the same repository
      Given another sync is running
      When the operator runs "neap index sync --json"
      Then the exit code is 5
      And the output is JSON with
        | PATH       | VALUE           |
        | error.kind | held-by-another |
      And the sync makes no index changes

    @process
    Scenario: The sync of somebody else is no obstacle to a search
      Given the index was synced
      And another sync is running
      When the operator runs "neap index search 'price list' --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE         |
        | hits[0].path | src/prices.py |

    @process
    Scenario: Several syncs are started at the same moment
      Given 40 committed files under "src/reports"
      When 4 syncs start together
      Then the index is in step with branch "main"
      And no file is indexed twice

    @process
    Scenario: Two syncs are started when nothing changed
      Given the index was synced
      When 2 syncs start together
      Then the sync makes no index changes
      And the index is in step with branch "main"

  Rule: An error says what happened, what is safe and what to do

    Scenario: A person reads why a folder was refused
      Given a folder "notes" without a repository
      When the operator runs "neap index sync"
      Then the exit code is 4
      And the error output shows
        """
        error:
        notes
        safe:
        next:
        """
      And the output is empty
