Feature: Following reverts and cherry-picks
  A revert brings old content back and a cherry-pick brings the same content twice.
  The index follows both, and recognises content that it has already embedded.

  Background:
    Given a repository "shop"
    And the commits
      | BRANCH | FROM | MESSAGE      | CHANGE | FILE          | CONTENT           |
      | main   |      | start prices | add    | src/prices.py | price list        |
      |        |      | start codes  | add    | src/codes.py  | discount codes    |
      | spring | main | spring sale  | add    | src/sale.py   | spring sale rules |
    And the index was synced

  Rule: A revert brings old content back without embedding it again

    Scenario: An edit is reverted
      Given the commits
        | BRANCH | MESSAGE      | CHANGE | FILE          | CONTENT       |
        | main   | raise prices | edit   | src/prices.py | higher prices |
      And the index was synced
      And commit "raise prices" was reverted on "main"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE          | EMBEDDED |
        | updated | src/prices.py | no       |
      And the index is in step with branch "main"

    Scenario: The commit that added a file is reverted
      Given commit "start codes" was reverted on "main"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE         | EMBEDDED |
        | removed | src/codes.py | no       |
      And a search for "discount codes" does not find "src/codes.py"

    Scenario: The commit that deleted a file is reverted
      Given the commits
        | BRANCH | MESSAGE  | CHANGE | FILE         |
        | main   | no codes | delete | src/codes.py |
      And the index was synced
      And commit "no codes" was reverted on "main"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | no       |
      And the index is in step with branch "main"

    Scenario: The commit that renamed a file is reverted
      Given the commits
        | BRANCH | MESSAGE      | CHANGE | OLD FILE     | FILE            |
        | main   | rename codes | move   | src/codes.py | src/vouchers.py |
      And the index was synced
      And commit "rename codes" was reverted on "main"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | OLD FILE        | FILE         | EMBEDDED |
        | moved  | src/vouchers.py | src/codes.py | no       |

    Scenario: A commit and its revert arrive together
      Given the commits
        | BRANCH | MESSAGE      | CHANGE | FILE          | CONTENT       |
        | main   | raise prices | edit   | src/prices.py | higher prices |
      And commit "raise prices" was reverted on "main"
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the run report shows
        | ITEM     | VALUE    |
        | compared | tree ids |
      And the index is in step with branch "main"

  Rule: A cherry-picked commit brings its content to a second branch

    Scenario: A commit is picked from another branch
      Given commit "spring sale" was cherry-picked onto "main"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE        | EMBEDDED |
        | added  | src/sale.py | yes      |
      And the index is in step with branch "main"

    Scenario: A commit is picked from a branch that the index follows too
      Given the index follows branch "spring"
      And the index was synced
      And commit "spring sale" was cherry-picked onto "main"
      And the index follows branch "main"
      When the index is synced
      Then the sync completes
      And 0 texts were embedded
      And the index is in step with branch "main"

    Scenario: A picked commit arrives again with the merge of its branch
      Given commit "spring sale" was cherry-picked onto "main"
      And the index was synced
      And branch "spring" was merged into "main"
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"
