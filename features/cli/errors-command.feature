Feature: Asking what failed
  What failed, why, how often it was tried, and what to do: whoever asks gets the failures of
  every process that worked on the index, not only of the last one.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT         |
      | start   | add    | src/prices.py | price list      |
      |         | add    | src/codes.py  | some codes      |
      |         | add    | broken.txt    | (invalid utf-8) |
    And the git object of "src/codes.py" was destroyed

  Rule: The errors of earlier processes are shown

    @E-49 @process
    Scenario: Another process asks for the numbers
      Given the index was synced with 2 failed files
      When the operator runs "neap index errors --summary --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                    | VALUE    |
        | total                   |        2 |
        | dead                    |        1 |
        | by_category.encoding    |        1 |
        | by_category.file-system |        1 |
        | by_severity.low         |        2 |
        | errors                  | (absent) |

    @E-90
    Scenario: A person asks what failed
      Given the index was synced with 2 failed files
      When the operator runs "neap index errors"
      Then the exit code is 0
      And the output shows
        """
        2 failed
        broken.txt
        encoding
        src/codes.py
        file-system
        neap index retry
        """

    Scenario: The newest is asked for
      Given the index was synced with 2 failed files
      When the operator runs "neap index errors --recent 1 --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE      |
        | total          |          2 |
        | errors.length  |          1 |
        | errors[0].path | broken.txt |

    Scenario: The errors of one collection are asked for
      Given the index was synced with 2 failed files
      When the operator runs "neap index errors --collection archive --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH  | VALUE |
        | total |     0 |

    Scenario: The errors are asked for before the first sync
      When the operator runs "neap index errors --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH  | VALUE |
        | total |     0 |
      And the index file is untouched

    Scenario: A number of errors makes no sense
      When the operator runs "neap index errors --recent 0"
      Then the exit code is 2
      And the output is empty

  Rule: Forgetting failures mends nothing

    Scenario: The failures are forgotten
      Given the index was synced with 2 failed files
      When the operator runs "neap index errors --reset --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH    | VALUE |
        | cleared |     2 |
      And the failed lines are now
        | FILE         | CATEGORY    | ATTEMPTS | STATE     |
        | broken.txt   | encoding    |        1 | forgotten |
        | src/codes.py | file-system |        1 | forgotten |
      And the sync makes no index changes

  Rule: Each command says what it did

    Scenario: There is nothing to retry
      Given the git object of "src/codes.py" was restored
      And the index was synced with 1 failed file
      When the operator runs "neap index retry"
      Then the exit code is 0
      And the output shows
        """
        nothing to do
        neap index errors
        """

    Scenario: There is nothing to go on with
      Given the index was synced with 2 failed files
      When the operator runs "neap index resume"
      Then the exit code is 0
      And the output shows
        """
        nothing to do
        nothing to go on with
        """

    Scenario: There is nothing to abandon
      Given the index was synced with 2 failed files
      When the operator runs "neap index abandon"
      Then the exit code is 0
      And the output shows
        """
        No sync of default/shop@HEAD was cut short.
        """

  Rule: Lines of a feed that failed are errors like any other

    @E-10 @E-49 @process
    Scenario: Another process asks what failed in a feed
      Given these changes were piped into the sync with 2 failed lines
        """
        {"path":"before.txt","content":"one"}
        {"path":"broken.txt","op":"upsert","content":"two"}
        absent.txt
        {"path":"after.txt","content":"four"}
        """
      When the operator runs "neap index errors --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                    | VALUE                                |
        | total                   |                                    2 |
        | by_category.validation  |                                    1 |
        | by_category.file-system |                                    1 |
        | errors[0].path          | broken.txt                           |
        | errors[0].line          |                                    2 |
        | errors[0].category      | validation                           |
        | errors[0].payload       | {"path":"broken.txt","op":"upsert",… |
        | errors[1].path          | absent.txt                           |
        | errors[1].line          |                                    3 |
        | errors[1].category      | file-system                          |
        | errors[1].payload       | absent.txt                           |

    Scenario: A line is named by its place in the feed and in its source
      Given these changes were piped into the sync with 1 failed line
        """
        {"line":77,"path":"a.txt","op":"upsert"}
        """
      When the operator runs "neap index errors --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                  | VALUE |
        | errors[0].line        |     1 |
        | errors[0].source_line |    77 |

    Scenario: A line is named by its place in its source in words
      Given these changes were piped into the sync with 1 failed line
        """
        {"line":77,"path":"a.txt","op":"upsert"}
        """
      When the operator runs "neap index errors"
      Then the exit code is 0
      And the output shows
        """
        line 1, 77 in its source
        """

    @E-10 @E-49 @process
    Scenario Outline: A failed line is shown without its content, though its key is <how it stands>
      Given these changes were piped into the sync with 1 failed line
        """
        <line>
        """
      When the operator runs "neap index errors --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH              | VALUE   |
        | total             |       1 |
        | errors[0].payload | <shown> |

      Examples:
        | how it stands        | line                                                 | shown                           |
        | escaped              | {"path":"a.txt","op":"upsert","\\u0063ontent":"two"} | {"path":"a.txt","op":"upsert",… |
        | escaped beyond words | {"path":"a.txt","op":"upsert","\\ud800":"two"}       | {"path":"a.txt","op":"upsert"…  |
        | in capitals          | {"path":"a.txt","op":"upsert","CONTENT":"two"}       | {"path":"a.txt","op":"upsert",… |
        | without its quotes   | {"path":"a.txt",content:"two"}                       | {"path":"a.txt"…                |
        | alone on its line    | "content": "two"}                                    | …                               |

    Scenario: A line that failed comes again and is well
      Given these changes were piped into the sync with 1 failed line
        """
        {"path":"broken.txt","op":"upsert","content":"two"}
        """
      And these changes were piped into the sync
        """
        {"path":"broken.txt","op":"modify","content":"two"}
        """
      When the operator runs "neap index errors --json"
      Then the exit code is 0
      And the failed lines are now
        | FILE       | CATEGORY   | ATTEMPTS | STATE |
        | broken.txt | validation |        1 | done  |

    Scenario: The failures of a feed are forgotten on request
      Given these changes were piped into the sync with 1 failed line
        """
        {"path":"broken.txt","op":"upsert","content":"two"}
        """
      When the operator runs "neap index errors --reset"
      Then the exit code is 0
      And the failed lines are now
        | FILE       | CATEGORY   | ATTEMPTS | STATE     |
        | broken.txt | validation |        1 | forgotten |
