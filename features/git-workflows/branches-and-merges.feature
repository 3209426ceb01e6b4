Feature: Following branches and merges
  The index describes what is checked out, or the branch it was told to follow. A
  merge brings in exactly what it changed, and content that another branch has paid
  for is never paid for again.

  Background:
    Given a repository "shop"
    And the commits
      | BRANCH   | FROM | MESSAGE      | CHANGE | FILE          | CONTENT        |
      | main     |      | start prices | add    | src/prices.py | price list     |
      | discount | main | add codes    | add    | src/codes.py  | discount codes |
    And the index was synced

  Rule: A merge brings in what it changes on the branch

    Scenario: A branch is merged by fast-forward
      Given branch "discount" was merged into "main"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | yes      |
      And the index is in step with branch "main"

    Scenario: A branch is merged with a merge commit
      Given the commits
        | BRANCH | MESSAGE | CHANGE | FILE       | CONTENT    |
        | main   | add VAT | add    | src/vat.py | tax tables |
      And branch "discount" was merged into "main"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | yes      |
        | added  | src/vat.py   | yes      |
      And the index is in step with branch "main"

    Scenario: A branch is squash-merged
      Given branch "discount" was squash-merged into "main"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | yes      |
      And the index is in step with branch "main"

    Scenario: Two branches are merged in one octopus commit
      Given the commits
        | BRANCH   | FROM         | MESSAGE      | CHANGE | FILE            | CONTENT        |
        | shipping | start prices | add shipping | add    | src/shipping.py | shipping rates |
        | main     |              | add VAT      | add    | src/vat.py      | tax tables     |
      And branches "discount" and "shipping" were merged into "main"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE            | EMBEDDED |
        | added  | src/codes.py    | yes      |
        | added  | src/shipping.py | yes      |
        | added  | src/vat.py      | yes      |
      And the index is in step with branch "main"

    Scenario: A branch that the index followed is squash-merged
      Given the index follows branch "discount"
      And the index was synced
      And branch "discount" was squash-merged into "main"
      And the index follows branch "main"
      When the index is synced
      Then the sync completes
      And 0 texts were embedded
      And the index is in step with branch "main"

    Scenario: Two branches that add the same file are merged in one octopus commit
      Given the commits
        | BRANCH  | FROM         | MESSAGE    | CHANGE | FILE         | CONTENT        |
        | voucher | start prices | same codes | add    | src/codes.py | discount codes |
        | main    |              | add VAT    | add    | src/vat.py   | tax tables     |
      And branches "discount" and "voucher" were merged into "main"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | yes      |
        | added  | src/vat.py   | yes      |

    Scenario: A merged branch is deleted
      Given branch "discount" was merged into "main"
      And the index was synced
      And branch "discount" was deleted
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"

  Rule: A merge that is not finished does not reach the index

    Scenario: A merge waits for a conflict to be resolved
      Given the commits
        | BRANCH   | MESSAGE      | CHANGE | FILE          | CONTENT          |
        | discount | lower prices | edit   | src/prices.py | lower price list |
        | main     | raise prices | edit   | src/prices.py | raised prices    |
      And the index was synced
      And a merge of "discount" into "main" is stuck on a conflict in "src/prices.py"
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"
      And the repository is untouched

    Scenario: A conflict is resolved by hand
      Given the commits
        | BRANCH   | MESSAGE      | CHANGE | FILE          | CONTENT          |
        | discount | lower prices | edit   | src/prices.py | lower price list |
        | main     | raise prices | edit   | src/prices.py | raised prices    |
      And the index was synced
      And a merge of "discount" into "main" is stuck on a conflict in "src/prices.py"
      And the commits
        | MESSAGE      | CHANGE | FILE          | CONTENT     |
        | agree prices | edit   | src/prices.py | fair prices |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE          | EMBEDDED |
        | added   | src/codes.py  | yes      |
        | updated | src/prices.py | yes      |
      And the index is in step with branch "main"

  Rule: Switching the branch switches the index

    Scenario: A developer switches to another branch
      Given the checked-out branch is "discount"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | yes      |
      And the run report shows
        | ITEM   | VALUE    |
        | branch | discount |
      And the index is in step with branch "discount"

    Scenario: A developer switches back
      Given the checked-out branch is "discount"
      And the index was synced
      And the checked-out branch is "main"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE         | EMBEDDED |
        | removed | src/codes.py | no       |
      And a search for "discount codes" does not find "src/codes.py"

    Scenario: A developer visits a branch for the second time
      Given the checked-out branch is "discount"
      And the index was synced
      And the checked-out branch is "main"
      And the index was synced
      And the checked-out branch is "discount"
      When the index is synced
      Then the sync completes
      And 0 texts were embedded
      And the index is in step with branch "discount"

    Scenario: The checked-out branch is renamed
      Given branch "main" was renamed to "trunk"
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "trunk"

    Scenario: A new branch starts at the synced commit
      Given the commits
        | BRANCH   | FROM | MESSAGE | CHANGE  |
        | shipping | main | plan    | nothing |
      And the checked-out branch is "shipping"
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "shipping"

  Rule: A followed branch keeps its own place in the index

    Scenario: A branch is followed next to the checked-out one
      Given the index follows branch "discount"
      When the index is synced
      Then the sync completes
      And 1 text was embedded
      And the index is in step with branch "discount"
      And the index is in step with branch "main"

    Scenario: A commit on one branch leaves the index of another alone
      Given the index follows branch "discount"
      And the index was synced
      And the commits
        | BRANCH | MESSAGE | CHANGE | FILE       |
        | main   | add VAT | add    | src/vat.py |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "discount"

    Scenario: The followed branch was deleted
      Given the index follows branch "discount"
      And the index was synced
      And branch "discount" was deleted
      When the index is synced
      Then the sync stops with error "ref-not-found"
      And the sync makes no index changes

    Scenario: The followed branch was renamed
      Given the index follows branch "discount"
      And the index was synced
      And branch "discount" was renamed to "sale"
      When the index is synced
      Then the sync stops with error "ref-not-found"
      And the sync makes no index changes
