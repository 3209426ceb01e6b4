#!/usr/bin/env bash
# What 120 feature files cost the build: a suite of them against an empty test project, in turns, the better of two.
# The gate is a ratio, because machines differ; the seconds are for the reader.
set -euo pipefail
cd "$(dirname "$0")/../.."

features=${1:-120}
most=2.0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
git clone --quiet --no-hardlinks . "$scratch/house"
cd "$scratch/house"

sed -i "s|  </PropertyGroup>|    <Sees Condition=\"'\$(Room)' == 'Many'\">Specs.Runner</Sees>\n    <Sees Condition=\"'\$(Room)' == 'Empty'\"></Sees>\n&|" src/Rooms.props
mkdir -p steps/Many/features steps/Empty
# As the features of this suite are built: in a project of their own.
sed 's|<RootNamespace>.*|<RootNamespace>Many</RootNamespace>\n    <FeaturesFolder>$(MSBuildProjectDirectory)/features/</FeaturesFolder>|' steps/Features/Features.csproj >steps/Many/Many.csproj
cat >steps/Empty/Empty.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <IsTestProject>true</IsTestProject>
    <IsPackable>false</IsPackable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.NET.Test.Sdk" />
    <PackageReference Include="coverlet.collector" />
    <PackageReference Include="xunit" />
    <PackageReference Include="xunit.runner.visualstudio" />
  </ItemGroup>
</Project>
XML
printf 'namespace Empty;\n\npublic sealed class Facts\n{\n    [Xunit.Fact]\n    public void Holds() => Xunit.Assert.True(true);\n}\n' >steps/Empty/Facts.cs
for number in $(seq "$features"); do
  {
    printf 'Feature: Question %s\n  Why it matters.\n\n  Background:\n    Given world 1\n' "$number"
    for scenario in 1 2 3 4 5; do
      printf '\n  Scenario: Situation %s of %s\n    Given state 1\n    When event 2\n    Then state 3\n    And state 4\n' "$scenario" "$number"
    done
  } >"steps/Many/features/question-$number.feature"
done

build() { dotnet build "steps/$1" --nologo --verbosity quiet "${@:2}" >"$scratch/$1.log" 2>&1 || { cat "$scratch/$1.log" >&2; exit 1; }; }
# Processor time of the whole build, compiler included: what others do on the machine does not count.
seconds() {
  local TIMEFORMAT='%U %S'
  { time build "$1" --no-restore --no-dependencies --no-incremental -maxcpucount:1 -nodeReuse:false -p:UseSharedCompilation=false; } 2>&1 |
    awk '{ print $1 + $2 }'
}

build Empty
build Many
many=() empty=()
for round in 1 2; do
  empty+=("$(seconds Empty)")
  many+=("$(seconds Many)")
done
least() { printf '%s\n' "$@" | sort -g | head -n 1; }
awk -v many="$(least "${many[@]}")" -v empty="$(least "${empty[@]}")" -v features="$features" -v most="$most" 'BEGIN {
  printf "Build of %d features: %.2f s of processor time, of an empty project: %.2f s, ratio %.2f (at most %.1f)\n", features, many, empty, many / empty, most
  exit many / empty > most
}'
