Feature: Refusing settings that cannot work
  A wrong setting that is noticed half way costs more than one that is refused at the
  door. Everything that is wrong is said at once, and nothing is started.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |

  Rule: All problems are told at once and nothing is started

    Scenario: Four places are wrong
      Given the configuration file of the user says
        """
        { "max_connections": 0 }
        """
      And the configuration file of the repository says
        """
        { "batch_size": 50000, "wait": "soon" }
        """
      And the environment variables
        | NAME             | VALUE |
        | NEAP_MAX_WORKERS | many  |
      When the index is synced
      Then the exit code is 2
      And the output is JSON with
        | PATH                 | VALUE |
        | error.kind           | usage |
        | error.details.length |     4 |
      And the index file is untouched

    Scenario: A person reads everything that is wrong
      Given the configuration file of the repository says
        """
        { "batch_size": 50000, "lexical": "perhaps" }
        """
      When the operator runs "neap index sync"
      Then the exit code is 2
      And the error output shows
        """
        error: 2 settings cannot be used.
        batch_size says "50000"; a whole number from 1 to 10,000 is needed.
        lexical says "perhaps"; true or false is needed.
        safe: Nothing was done.
        neap config check
        """
      And the index file is untouched

    Scenario: A wrong setting is told although an option covers it
      Given the environment variables
        | NAME            | VALUE |
        | NEAP_BATCH_SIZE |     0 |
      When the index is synced with
        | SETTING    | VALUE |
        | batch size |     5 |
      Then the exit code is 2
      And the index file is untouched

    Scenario Outline: A setting is wrong: <what is wrong>
      Given the configuration file of the repository says
        """
        { "<setting>": <value> }
        """
      When a script asks for "a check of the settings"
      Then the exit code is 2
      And the output is JSON with
        | PATH               | VALUE      |
        | ok                 | false      |
        | problems.length    |          1 |
        | problems[0].key    | <setting>  |
        | problems[0].origin | repository |

      Examples: numbers
        | what is wrong            | setting     | value  |
        | a number below its least | batch_size  |      0 |
        | a number above its most  | max_workers |     65 |
        | a negative number        | batch_size  |     -5 |
        | a number with a fraction | batch_size  |    2.5 |
        | a list for a number      | batch_size  | [1, 2] |
        | an empty text            | batch_size  | ""     |

      Examples: other kinds
        | what is wrong               | setting  | value        |
        | a time without a number     | wait     | "soon"       |
        | a time that is too long     | wait     | "2h"         |
        | a switch that is a word     | lexical  | "perhaps"    |
        | an embedder nobody makes    | embedder | "crystal"    |
        | a server without an address | embedder | "http:small" |

  Rule: A misspelt name is answered with the name that was meant

    Scenario Outline: A file spells <name>
      Given the configuration file of the repository says
        """
        { "<name>": "5" }
        """
      When the operator runs "neap index sync"
      Then the exit code is 2
      And the error output shows
        """
        <name> is not a setting; did you mean <meant>?
        """
      And the index file is untouched

      Examples:
        | name       | meant                     |
        | batchsize  | batch_size                |
        | max_worker | max_workers               |
        | colection  | default_source_collection |
        | collection | default_source_collection |
        | workers    | max_workers               |

    Scenario: A variable is misspelt
      Given the environment variables
        | NAME           | VALUE |
        | NEAP_BATCHSIZE |     5 |
      When the operator runs "neap index sync"
      Then the exit code is 2
      And the error output shows
        """
        NEAP_BATCHSIZE
        did you mean NEAP_BATCH_SIZE?
        """
      And the index file is untouched

    Scenario: A name is like no setting at all
      Given the configuration file of the repository says
        """
        { "favourite_colour": "blue" }
        """
      When the operator runs "neap index sync"
      Then the exit code is 2
      And the error output shows
        """
        favourite_colour is not a setting
        neap config show
        """
      And the index file is untouched

  Rule: A file that is no configuration is named with the line

    Scenario Outline: The file of the repository is <what>
      Given the configuration file of the repository says
        """
        <text>
        """
      When the operator runs "neap index sync"
      Then the exit code is 2
      And the error output shows
        """
        .neap.json
        <complaint>
        """
      And the index file is untouched

      Examples:
        | what             | text                               | complaint                   |
        | cut off          | { "batch_size": 5                  | not JSON                    |
        | not an object    | [1, 2, 3]                          | does not hold a JSON object |
        | two objects      | {} {}                              | not JSON                    |
        | telling it twice | {"batch_size": 5, "batch-size": 6} | twice                       |
        | empty            |                                    | not JSON                    |

  Rule: A complaint repeats nothing secret

    Scenario: A key is given twice
      Given the uncommitted file "secrets/key" holds "sesame-opens-42"
      And the environment variables
        | NAME                   | VALUE           |
        | NEAP_EMBEDDER_KEY      | sesame-opens-42 |
        | NEAP_EMBEDDER_KEY_FILE | secrets/key     |
      When the operator runs "neap index sync"
      Then the exit code is 2
      And nobody sees "sesame-opens-42"
      And the index file is untouched

    Scenario: A mistyped address holds a password
      Given the environment variables
        | NAME              | VALUE                                 |
        | NEAP_EMBEDDER_URL | htp//app:sesame-opens-42@host.example |
      When the index is synced
      Then the exit code is 2
      And nobody sees "sesame-opens-42"
      And the index file is untouched
