Feature: Changing settings without a restart
  A server that runs for weeks is told to read its settings again. What can change at
  once does, what cannot is named, and a mistake changes nothing at all.

  Background:
    Given a repository "shop"
    And the configuration file of the repository says
      """
      { "wait": "5s", "batch_size": 20 }
      """
    And the environment variables
      | NAME                 | VALUE |
      | NEAP_MAX_CONNECTIONS |     4 |
    And a server has read its settings

  Rule: A reload reads every place again

    @E-55
    Scenario: A variable changed
      Given the environment variables
        | NAME                 | VALUE |
        | NEAP_MAX_CONNECTIONS |     8 |
      When the server reads its settings again
      Then the reload changes
        | SETTING         | IN FORCE |
        | max_connections | at once  |
      And the server runs with
        | SETTING         | VALUE |
        | max_connections |     8 |

    Scenario: The file of the repository changed
      Given the configuration file of the repository says
        """
        { "wait": "30s", "batch_size": 20 }
        """
      When the server reads its settings again
      Then the reload changes
        | SETTING | IN FORCE |
        | wait    | at once  |
      And the server runs with
        | SETTING | VALUE |
        | wait    |   30s |

    Scenario: Nothing changed
      When the server reads its settings again
      Then the reload changes
        | SETTING | IN FORCE |
      And the server runs with
        | SETTING         | VALUE |
        | wait            |    5s |
        | max_connections |     4 |

    Scenario: A setting falls back to its default
      Given the configuration file of the repository says
        """
        { "batch_size": 20 }
        """
      When the server reads its settings again
      Then the reload changes
        | SETTING | IN FORCE |
        | wait    | at once  |
      And the server runs with
        | SETTING | VALUE |
        | wait    |    1s |

  Rule: What cannot change while the server runs waits for its next start

    Scenario: The batch size changed together with a live setting
      Given the configuration file of the repository says
        """
        { "wait": "30s", "batch_size": 200 }
        """
      When the server reads its settings again
      Then the reload changes
        | SETTING    | IN FORCE          |
        | wait       | at once           |
        | batch_size | at the next start |
      And the server runs with
        | SETTING    | VALUE |
        | wait       |   30s |
        | batch_size |    20 |

  Rule: A reload with a mistake changes nothing

    Scenario: One of two changes is wrong
      Given the configuration file of the repository says
        """
        { "wait": "30s", "batch_size": "plenty" }
        """
      When the server reads its settings again
      Then the reload is refused with 1 problem
      And the server runs with
        | SETTING    | VALUE |
        | wait       |    5s |
        | batch_size |    20 |
