Feature: Leaving a place in the index
  A repository that is followed under another name or in another collection leaves the place
  where it was. What it left there is given up once; from then on place and name are for
  whoever wants them.

  Background:
    Given a repository "billing"
    And a repository "shop"
    And the commits
      | REPOSITORY | MESSAGE       | CHANGE | FILE        | CONTENT     |
      | billing    | start billing | add    | src/pay.py  | paying      |
      | shop       | start shop    | add    | src/cart.py | a full cart |
    And all repositories are followed
    And all followed repositories were synced

  Rule: The report of a move says what happened, each thing once

    Scenario: A manifest that cannot be understood is named where the repository is now
      Given the committed file ".neap.json":
        """
        {"services": "detect"}
        """
      And the committed file "go.work":
        """
        import ./services/orders
        """
      And the repository "shop" is followed in collection "carts"
      When the operator runs "neap index sync --all --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH                 | VALUE   |
        | runs.length          |       3 |
        | runs[1].collection   | carts   |
        | runs[1].notes.length |       1 |
        | runs[2].collection   | default |
        | runs[2].notes.length |       1 |
      And the collections are now
        | COLLECTION | DOCUMENTS | REPOSITORIES |
        | carts      |         3 | shop         |
        | default    |         1 | billing      |
