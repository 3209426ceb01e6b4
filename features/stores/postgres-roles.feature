@needs.postgres
Feature: Roles and passwords of a database
  Many people search, few write, and nobody prints a password. A role that may only read
  is enough to search, and every way to hand over a password keeps it out of sight.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |
    And the index is kept in "PostgreSQL"
    And the index was synced

  Rule: A role can do what it was granted and no more

    Scenario: A role that may only search finds the file
      Given commands connect as "a role that may only search"
      When 1 searches for "price list" start together
      Then every search finds "src/prices.py" first

    Scenario Outline: A sync of <who> changes nothing
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | codes   | add    | src/codes.py | discount codes |
      And commands connect as "<who>"
      When the index is synced
      Then the sync stops with error "unauthorized"
      And nobody was shown the password

      Examples:
        | who                              |
        | a role that may only search      |
        | a role without rights            |
        | the owner with a wrong password  |
        | the owner without a password     |
        | a role that has to show a ticket |

  Rule: A password comes from where nobody sees it

    Scenario Outline: <who> syncs
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | codes   | add    | src/codes.py | discount codes |
      And commands connect as "<who>"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | yes      |
      And nobody was shown the password

      Examples:
        | who                                        |
        | the owner with a password in a file        |
        | the owner with the password in the address |

  @C-01
  Rule: A line can be encrypted, and a server that nobody knows learns nothing

    Scenario Outline: <who> syncs with a server whose certificate is its own
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | codes   | add    | src/codes.py | discount codes |
      And commands connect as "<who>"
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"

      Examples:
        | who                                            |
        | the owner over an encrypted line               |
        | the owner with an address that libpq reads     |
        | the owner who trusts this server's certificate |

    Scenario: A certificate that no known authority signed stops the sync
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | codes   | add    | src/codes.py | discount codes |
      And commands connect as "the owner who trusts known authorities alone"
      When the index is synced
      Then the sync stops with error "store-unfit"
      And nobody was shown the password

    Scenario: A file that holds no certificate stops the sync
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | codes   | add    | src/codes.py | discount codes |
      And commands connect as "the owner whose file of authorities holds none"
      When the index is synced
      Then the sync stops with error "usage"
      And nobody was shown the password

    Scenario: A setting that the server does not know stops the sync
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | codes   | add    | src/codes.py | discount codes |
      And commands connect as "the owner with a setting that no server knows"
      When the operator runs "neap index sync"
      Then the exit code is 2
      And the error output shows
        """
        refuses what Neap asks of it: unrecognized configuration parameter "no_such_setting"
        """
      And nobody was shown the password
