using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Drivers;

/// <summary>A certificate for this machine that nobody but itself signed.</summary>
internal sealed class TlsCertificate : IDisposable
{
    /// <summary>Makes one that is valid for some days around today.</summary>
    /// <param name="name">Whose it is.</param>
    public TlsCertificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var today = TimeProvider.System.GetUtcNow();
        Certificate = request.CreateSelfSigned(today.AddDays(-2), today.AddDays(2));
    }

    /// <summary>With its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Without its key, as a file of authorities has it.</summary>
    public string Pem => Certificate.ExportCertificatePem();

    /// <inheritdoc/>
    public void Dispose() => Certificate.Dispose();
}
