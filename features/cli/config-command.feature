Feature: Asking which settings hold
  Before a long sync people want to know what it will do, and afterwards who told it to.
  The answer lists every setting with its value and its origin, and starts nothing.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |

  Rule: Every setting is shown with who decided it

    Scenario: A person asks for values and origins
      Given the configuration file of the repository says
        """
        { "batch_size": 50 }
        """
      When the operator runs "neap config show --origin"
      Then the exit code is 0
      And the output shows
        """
        default_source_collection
        default
        batch_size
        50
        .neap.json
        """
      And the index file is untouched

    Scenario: A script asks for one setting
      Given the environment variables
        | NAME       | VALUE |
        | NEAP_STORE | a.db  |
      When the operator runs "neap config show --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                 | VALUE            |
        | settings[0].key      | store            |
        | settings[0].value    | (ends with a.db) |
        | settings[0].origin   | environment      |
        | settings[0].from     | NEAP_STORE       |
        | settings[0].variable | NEAP_STORE       |
        | settings[0].live     | false            |
        | repository_file      | null             |

    Scenario: The default place of the index is worked out
      Given the environment variables
        | NAME          | VALUE |
        | XDG_DATA_HOME | data  |
      When the operator runs "neap config show --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE                          |
        | settings[0].value  | (ends with data/neap/index.db) |
        | settings[0].origin | default                        |

    Scenario: Another repository is named
      Given the configuration file of the repository says
        """
        { "batch_size": 50 }
        """
      And a repository "stock"
      When the operator runs "neap config show ../shop --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH            | VALUE                       |
        | repository_file | (ends with shop/.neap.json) |

  Rule: A key comes from a file and is never shown

    Scenario Outline: The key of the server is given <how>
      Given the uncommitted file "secrets/key" holds "sesame-opens-42"
      And the environment variables
        | NAME              | VALUE                   |
        | NEAP_EMBEDDER     | http:small              |
        | NEAP_EMBEDDER_URL | https://vectors.example |
        | <variable>        | <value>                 |
      When the operator runs "neap config show --origin"
      Then the exit code is 0
      And the output shows
        """
        embedder_key
        ***
        <variable>
        """
      And nobody sees "sesame-opens-42"

      Examples:
        | how                     | variable               | value            |
        | as itself               | NEAP_EMBEDDER_KEY      | sesame-opens-42  |
        | as a file               | NEAP_EMBEDDER_KEY_FILE | secrets/key      |
        | as a file with a prefix | NEAP_EMBEDDER_KEY      | file:secrets/key |

    Scenario: An address that holds a password is shown without it
      Given the environment variables
        | NAME       | VALUE                                                               |
        | NEAP_STORE | postgres://app:sesame-opens-42@db.example/vectors?x=sesame-opens-42 |
      When the operator runs "neap config show --json"
      Then the exit code is 0
      And nobody sees "sesame-opens-42"
      And these settings hold
        | SETTING | VALUE                                 | ORIGIN      |
        | store   | postgres://***@db.example/vectors?*** | environment |

  Rule: The check answers with its exit code and starts nothing

    Scenario: All is well
      When the operator runs "neap config check"
      Then the exit code is 0
      And the output shows
        """
        sound
        """
      And the index file is untouched

    Scenario: Two settings are wrong
      Given the configuration file of the repository says
        """
        { "batch_size": "plenty", "colection": "team" }
        """
      When the operator runs "neap config check"
      Then the exit code is 2
      And the error output shows
        """
        batch_size says "plenty"
        colection is not a setting
        neap config show
        """
      And the output is empty

    Scenario: A script asks whether all is well
      When the operator runs "neap config check --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH            | VALUE |
        | ok              | true  |
        | problems.length |     0 |

    Scenario: A wrong setting is not shown as if it held
      Given the configuration file of the repository says
        """
        { "batch_size": "plenty" }
        """
      When the operator runs "neap config show --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE |
        | error.kind | usage |
