using Drivers;
using Reqnroll;

namespace Bindings;

/// <summary>What every scenario leaves for its documentation.</summary>
[Binding]
public sealed class EvidenceHooks(EvidenceDriver evidence, IReqnrollOutputHelper output)
{
    [AfterScenarioBlock]
    public async Task ShowTheEvent(ScenarioContext scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.CurrentScenarioBlock == ScenarioBlock.When)
        {
            Attach(await evidence.AfterEventAsync());
        }
    }

    [AfterScenario(Order = 0)]
    public async Task ShowTheFailure(ScenarioContext scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.HasFailed())
        {
            Attach(await evidence.AfterEventAsync());
            Attach(evidence.AfterFailure(scenario.ScenarioInfo.Title));
        }
    }

    private void Attach(IReadOnlyList<string> files) => files.ToList().ForEach(output.AddAttachment);
}
