Feature: Forgetting deleted files
  Search results that point to files which no longer exist cost trust. When a file
  leaves the branch, all its entries leave the index with the same sync.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE            | CONTENT            |
      | start   | add    | src/cart.py     | cart and basket    |
      |         | add    | src/coupons.py  | seasonal coupons   |
      |         | add    | docs/coupons.md | explaining coupons |
    And the index was synced

  Rule: A deleted file can no longer be found

    Scenario: One file is deleted
      Given the commits
        | MESSAGE    | CHANGE | FILE           |
        | no coupons | delete | src/coupons.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE           | EMBEDDED |
        | removed | src/coupons.py | no       |
      And a search for "seasonal coupons" does not find "src/coupons.py"
      And the index is in step with branch "main"

    Scenario: A folder is deleted with everything in it
      Given the commits
        | MESSAGE     | CHANGE | FILE           |
        | drop source | delete | src/cart.py    |
        |             | delete | src/coupons.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE           |
        | removed | src/cart.py    |
        | removed | src/coupons.py |
      And the index is in step with branch "main"

    Scenario: The last file of the branch is deleted
      Given the commits
        | MESSAGE    | CHANGE | FILE            |
        | start over | delete | src/cart.py     |
        |            | delete | src/coupons.py  |
        |            | delete | docs/coupons.md |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE |
      And the index is in step with branch "main"

    Scenario: A file of many chunks is deleted
      Given the commits
        | MESSAGE | CHANGE | FILE        | CONTENT                |
        | archive | add    | archive.txt | (50,000 bytes of text) |
      And the index was synced
      And the commits
        | MESSAGE    | CHANGE | FILE        |
        | no archive | delete | archive.txt |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE        |
        | removed | archive.txt |
      And the index is in step with branch "main"

  Rule: Deleting one file leaves its equals alone

    Scenario: One of two files with the same content is deleted
      Given the commits
        | MESSAGE | CHANGE | FILE              | CONTENT          |
        | mirror  | add    | src/promotions.py | seasonal coupons |
      And the index was synced
      And the commits
        | MESSAGE    | CHANGE | FILE           |
        | no coupons | delete | src/coupons.py |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE           |
        | removed | src/coupons.py |
      And a search for "seasonal" finds
        | FILE              |
        | src/promotions.py |

  Rule: A deleted file that returns is not paid for again

    Scenario: A file is deleted and brought back by hand
      Given the commits
        | MESSAGE    | CHANGE | FILE           |
        | no coupons | delete | src/coupons.py |
      And the index was synced
      And the commits
        | MESSAGE       | CHANGE | FILE           | CONTENT          |
        | coupons again | add    | src/coupons.py | seasonal coupons |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE           | EMBEDDED |
        | added  | src/coupons.py | no       |
      And 0 texts were embedded

    Scenario: A file is deleted and restored between two syncs
      Given the commits
        | MESSAGE       | CHANGE | FILE           | CONTENT          |
        | no coupons    | delete | src/coupons.py |                  |
        | coupons again | add    | src/coupons.py | seasonal coupons |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"

  Rule: Deleting a file that was never indexed changes nothing

    Scenario: A skipped image is deleted
      Given the commits
        | MESSAGE  | CHANGE | FILE     | CONTENT     |
        | add logo | add    | logo.png | (PNG image) |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE     |
        | no logo | delete | logo.png |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"

    Scenario: A file that could not be read is deleted
      Given the commits
        | MESSAGE  | CHANGE | FILE           | CONTENT         |
        | bad file | add    | src/broken.txt | (invalid utf-8) |
      And the index was synced with 1 failed file
      And the commits
        | MESSAGE     | CHANGE | FILE           |
        | no bad file | delete | src/broken.txt |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"
