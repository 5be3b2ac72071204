using System.Collections.Frozen;

namespace Alicerce.Vectors.Text;

/// <summary>Words whose endings would lead astray: an English word whose stem is that of another Portuguese word ("page", "pagar"), and forms no ending explains.</summary>
internal static class IrregularStems
{
    private const string Table =
        "page=page pages=page header=header headers=header head=headof foot=footof goods=goods teeth=tooth tooth=tooth comment=coment comments=coment quota=cota quotas=cota " +
        "date=date dates=date another=another tired=tired lots=lots none=none noon=noon male=male rede=rede redes=rede scam=scam scams=scam month=month months=month monthly=month " +
        "later=later robbed=robbed fila=fila filas=fila file=file files=file parcel=parcels parcels=parcels meet=meetup news=notici moment=moment " +
        "sent=send paid=pay bought=buy found=find lost=lose forgot=forget forgotten=forget chosen=chos chose=chos choose=chos stolen=steal stole=steal broke=broken broken=broken " +
        "nota=nota notas=nota note=note notes=note divida=divida dividas=divida cade=cade medico=medico medica=medico medicos=medico medicas=medico mora=mora readable=readable " +
        "certidao=certidao certidoes=certidao casamento=casamento casei=casamento " +
        "feito=faz feita=faz fazendo=faz fez=faz visto=ver vista=vista";

    private static readonly FrozenDictionary<string, string> Stems = Table.Split(' ').Select(entry => entry.Split('=')).ToFrozenDictionary(entry => entry[0], entry => entry[1]);
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Stems.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryFind(ReadOnlySpan<char> word, out string stem) => Lookup.TryGetValue(word, out stem!);
}
