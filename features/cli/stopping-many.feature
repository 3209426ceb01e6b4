Feature: Stopping a sync of many repositories
  Whoever stops a sync of all repositories wants to know which of them are done, which one
  was at work and which wait for their turn. The next sync of all goes on from there.

  Background:
    Given a repository "billing"
    And a repository "shop"
    And a repository "website"
    And the commits
      | REPOSITORY | MESSAGE | CHANGE | FILE          | CONTENT       |
      | billing    | pay     | add    | src/pay.py    | paying        |
      | billing    | refund  | add    | src/refund.py | paying back   |
      | shop       | carts   | add    | src/cart.py   | a full cart   |
      | shop       | codes   | add    | src/codes.py  | cheaper       |
      | shop       | stock   | add    | src/stock.py  | what is there |
      | website    | start   | add    | src/index.js  | a greeting    |
    And all repositories are followed
    And an embedding server

  Rule: The report tells of every repository

    @process @E-58
    Scenario: A person stops a sync of all repositories at the second one
      Given the settings
        | SETTING                | VALUE        |
        | repositories           | all followed |
        | repositories at a time |            1 |
        | batch size             |            1 |
        | workers                |            1 |
        | report                 | for people   |
      When the sync gets SIGINT while it is embedding
      Then the exit code is 130
      And the output shows
        """
        billing (main) in collection default is in step with
        Interrupted: shop (main) in collection default still equals no commit; what was read is kept.
        website was not started.
        3 repositories: 1 synced, 0 failed, 1 interrupted, 1 not started.
        """
      And the error output shows
        """
        Interrupted. Nothing is lost; run the same command again to go on.
        """
      And the index holds
        | REPOSITORY | FILE          |
        | billing    | src/pay.py    |
        | billing    | src/refund.py |

    @process @E-58
    Scenario: A script stops a sync of all repositories while a server is silent
      Given the network to the embedding server
        | FAULT     | VALUE |
        | blackhole | yes   |
      And the settings
        | SETTING                | VALUE        |
        | repositories           | all followed |
        | repositories at a time |            2 |
      When the sync gets SIGTERM while it waits for the embedding server
      Then the exit code is 130
      And the output is JSON with
        | PATH                                  | VALUE       |
        | runs.length                           |           0 |
        | unfinished_repositories.length        |           3 |
        | unfinished_repositories[0].repository | billing     |
        | unfinished_repositories[0].status     | interrupted |
        | unfinished_repositories[1].status     | interrupted |
        | unfinished_repositories[2].repository | website     |
        | unfinished_repositories[2].status     | not_started |

  Rule: The next sync of all goes on

    @process @E-15 @E-59
    Scenario: A stopped sync of all repositories goes on without paying twice
      Given the settings
        | SETTING                | VALUE        |
        | repositories           | all followed |
        | repositories at a time |            1 |
        | batch size             |            1 |
        | workers                |            1 |
      And the sync got SIGINT while it was embedding
      When the sync is resumed
      Then the sync completes
      And the embedding server made no vector twice
      And the index is in step with branch "main"
