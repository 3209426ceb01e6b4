Feature: Deciding between several places that say something
  Teams share settings in the repository, people have habits, and a pipeline knows
  better for one run. Who stands closer to the command has the last word, and anybody
  can ask who decided.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |

  Rule: The option counts before the environment, the repository, the person and the default

    Scenario Outline: The collection is chosen by <who>
      Given the configuration file of the user says
        """
        { "default_source_collection": "person" }
        """
      And the configuration file of the repository says
        """
        { "default_source_collection": "team" }
        """
      And the environment variables
        | NAME                           | VALUE         |
        | NEAP_DEFAULT_SOURCE_COLLECTION | <environment> |
      When the index is synced with
        | SETTING    | VALUE    |
        | collection | <option> |
      Then the exit code is 0
      And the index holds
        | COLLECTION | FILE          |
        | <chosen>   | src/prices.py |

      Examples: several say something, one decides
        | who             | environment | option | chosen   |
        | the option      | pipeline    | today  | today    |
        | the environment | pipeline    |        | pipeline |
        | the repository  |             |        | team     |

    Scenario: The collection is chosen by the person where the repository is silent
      Given the configuration file of the user says
        """
        { "default_source_collection": "person" }
        """
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the index holds
        | COLLECTION | FILE          |
        | person     | src/prices.py |

    Scenario: The collection has its default where nobody says anything
      When the operator runs "neap index sync"
      Then the exit code is 0
      And the index holds
        | COLLECTION | FILE          |
        | default    | src/prices.py |

    Scenario: Every place decides about another setting
      Given the configuration file of the user says
        """
        { "batch_size": 20, "max_workers": 2, "wait": "5s" }
        """
      And the configuration file of the repository says
        """
        { "batch_size": 30, "max_workers": 3 }
        """
      And the environment variables
        | NAME            | VALUE |
        | NEAP_BATCH_SIZE |    40 |
      When the operator runs "neap config check"
      Then the exit code is 0
      And these settings hold
        | SETTING         | VALUE | ORIGIN      |
        | batch_size      |    40 | environment |
        | max_workers     |     3 | repository  |
        | wait            |    5s | user        |
        | max_connections |    10 | default     |

  Rule: The place of the index follows whoever stands closer, file or folder

    Scenario: A folder in the environment counts before a file that the repository names
      Given the configuration file of the repository says
        """
        { "store": ".neap/team.db" }
        """
      And the environment variables
        | NAME                   | VALUE |
        | NEAP_CHECKPOINT_DB_DIR | state |
      When a script asks for "a check of the store"
      Then the exit code is 0
      And the output is JSON with
        | PATH  | VALUE                      |
        | store | (ends with state/index.db) |

    Scenario: The repository keeps its index beside itself
      Given the configuration file of the repository says
        """
        { "store": ".neap/team.db" }
        """
      And the environment variables
        | NAME          | VALUE |
        | XDG_DATA_HOME | data  |
      When a script asks for "a check of the store"
      Then the exit code is 0
      And the output is JSON with
        | PATH  | VALUE                     |
        | store | (ends with .neap/team.db) |

  Rule: Each repository is synced by its own file

    Scenario: Two repositories of one command have different collections
      Given the configuration file of the repository says
        """
        { "default_source_collection": "sales" }
        """
      And a repository "stock"
      And the commits
        | MESSAGE | CHANGE | FILE       |
        | begin   | add    | src/bin.py |
      And the configuration file of the repository says
        """
        { "default_source_collection": "warehouse" }
        """
      When the operator runs "neap index sync . ../shop"
      Then the exit code is 0
      And the index holds
        | COLLECTION | REPOSITORY | FILE          |
        | sales      | shop       | src/prices.py |
        | warehouse  | stock      | src/bin.py    |
