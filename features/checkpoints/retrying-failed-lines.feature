Feature: Retrying failed files
  Some failures pass: a file system hiccups, an object arrives late. Others stay until somebody
  mends the file. Retrying takes the first, leaves the second alone, and counts every attempt
  without counting a file twice.

  Background:
    Given a repository "shop"
    And 3 committed files under "src"

  Rule: A retry takes what failed, and only that

    @E-12 @E-13 @E-14
    Scenario: The third of three files failed and is well again
      Given the git object of "src/file-3.py" was destroyed
      And the index was synced with 1 failed file
      And the git object of "src/file-3.py" was restored
      When the failed files are retried
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE          |
        | added  | src/file-3.py |
      And the runs are now
        | STATUS    | SOURCE | LINES | PROCESSED | SUCCESSES | ERRORS |
        | completed | git    |     3 |         3 |         3 |      1 |
        | completed | retry  |     1 |         1 |         1 |      0 |

    Scenario: No file failed
      Given the index was synced
      When the failed files are retried
      Then the sync completes
      And the sync makes no index changes
      And the run report shows
        | ITEM   | VALUE         |
        | status | nothing_to_do |

    Scenario: A retry comes before the first sync
      When the failed files are retried
      Then the sync completes
      And the run report shows
        | ITEM   | VALUE         |
        | status | nothing_to_do |

    Scenario: The file failed in another collection
      Given the git object of "src/file-3.py" was destroyed
      And the index was synced with 1 failed file
      And the git object of "src/file-3.py" was restored
      And the settings
        | SETTING    | VALUE   |
        | collection | archive |
      When the failed files are retried
      Then the sync completes
      And the failed lines are now
        | FILE          | CATEGORY    | ATTEMPTS | STATE |
        | src/file-3.py | file-system |        1 | open  |

    Scenario: The same file failed in two collections, and nobody names one
      Given the git object of "src/file-3.py" was destroyed
      And the index was synced with 1 failed file
      And the environment variables
        | NAME                           | VALUE   |
        | NEAP_DEFAULT_SOURCE_COLLECTION | archive |
      And the index was synced with 1 failed file
      And the git object of "src/file-3.py" was restored
      When the failed files are retried
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE          | COLLECTION |
        | added  | src/file-3.py | archive    |
        | added  | src/file-3.py | default    |

    Scenario: A file of a service failed
      Given the services
        | SERVICE | PATH            |
        | orders  | services/orders |
      And the commits
        | MESSAGE | CHANGE | FILE                    | CONTENT |
        | cart    | add    | services/orders/cart.py | a cart  |
      And the git object of "services/orders/cart.py" was destroyed
      And the index was synced with 1 failed file
      And the git object of "services/orders/cart.py" was restored
      When the failed files are retried
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | orders     |     1 |       0 |       0 |
      And the index is in step with branch "main"

  Rule: Attempts add up over processes

    @process
    Scenario: The file is still not there
      Given the git object of "src/file-3.py" was destroyed
      And the index was synced with 1 failed file
      When the failed files are retried
      Then the sync completes with 1 failed file
      And these files failed
        | FILE          | CATEGORY    | ATTEMPTS |
        | src/file-3.py | file-system |        2 |
      And the failed lines are now
        | FILE          | CATEGORY    | ATTEMPTS | STATE    |
        | src/file-3.py | file-system |        1 | replaced |
        | src/file-3.py | file-system |        2 | open     |

  Rule: After the last attempt a file is a dead letter

    Scenario: Only dead letters are left
      Given the git object of "src/file-3.py" was destroyed
      And the index was synced with 1 failed file
      And the git object of "src/file-3.py" was restored
      And the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      When the failed files are retried
      Then the sync completes
      And the run report shows
        | ITEM   | VALUE         |
        | status | nothing_to_do |
      And the failed lines are now
        | FILE          | CATEGORY    | ATTEMPTS | STATE |
        | src/file-3.py | file-system |        1 | done  |
        | broken.txt    | encoding    |        1 | open  |

    Scenario: A dead letter waits for a person
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      When a script asks for "the failures"
      Then the exit code is 0
      And the output is JSON with
        | PATH            | VALUE |
        | dead            |     1 |
        | errors[0].state | dead  |

    Scenario: A person insists on a dead letter
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT         |
        | mishap  | add    | broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      When the dead letters are retried
      Then the exit code is 1
      And the failed lines are now
        | FILE       | CATEGORY | ATTEMPTS | STATE    |
        | broken.txt | encoding |        1 | replaced |
        | broken.txt | encoding |        2 | open     |

    Scenario: A file that failed as often as makes sense is left alone
      Given the git object of "src/file-3.py" was destroyed
      And the index was synced with 1 failed file
      And the failed files were retried with 1 failed file
      When the failed files are retried
      Then the sync completes
      And the run report shows
        | ITEM   | VALUE         |
        | status | nothing_to_do |
      And the failed lines are now
        | FILE          | CATEGORY    | ATTEMPTS | STATE    |
        | src/file-3.py | file-system |        1 | replaced |
        | src/file-3.py | file-system |        2 | open     |

    Scenario: A dead letter whose content arrives enters with the next sync
      Given the git object of "src/file-3.py" was destroyed
      And the index was synced with 1 failed file
      And the failed files were retried with 1 failed file
      And the git object of "src/file-3.py" was restored
      When the index is synced
      Then the sync completes
      And the failed lines are now
        | FILE          | CATEGORY    | ATTEMPTS | STATE    |
        | src/file-3.py | file-system |        1 | replaced |
        | src/file-3.py | file-system |        2 | done     |
      And the index is in step with branch "main"
