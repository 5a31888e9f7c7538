"""Naming languages: the sentences by which a name may, or must not, be printed, in French,
Spanish, Portuguese, German, Indonesian, Japanese, Arabic and Khmer.

Each is a pattern of `load.naming_shapes`, matched as a whole; those named `SOLID` without blanks.
"""

from __future__ import annotations

__all__ = ["HIDING", "HIDING_SOLID", "QUESTIONS", "SOLID", "STATEMENTS"]

# French.
_F_ORG = r"(?:organisation|association|ong|organisme|structure|collectif|institution)"
_F_NAME = (
    rf"(?:(?:le |votre |notre |mon )?nom(?: complet)?(?: de (?:votre |notre |mon |l |"
    rf"la )?{_F_ORG})?|"
    rf"(?:votre|notre|mon) {_F_ORG}|(?:le )?nom de l {_F_ORG})"
)
_F_WHERE = (
    r"(?: (?:publiquement|en ligne|sur (?:le|notre) site(?: web| internet)?|sur la lettre|"
    r"(?:dans|sur) (?:la|cette|notre) (?:lettre|liste|declaration)(?: ouverte| publique)?|"
    r"dans la liste (?:publique )?des signataires|parmi les signataires|comme signataire))*"
)
_F_DO = r"(?:publier|afficher|mentionner|citer|faire figurer|inclure|rendre public)"
_F_DONE = r"(?:publiee?|affichee?|mentionnee?|citee?|rendue? publi(?:c|que))"
_F_TO = (
    rf"(?:(?:a|de|d|la|pour|pour la|a la|de la) )?(?:publication (?:de |du )?{_F_NAME}|"
    rf"publication du nom(?: de (?:votre |notre |l ){_F_ORG})?|{_F_DO} {_F_NAME}){_F_WHERE}|"
    rf"(?:a ce )?que {_F_NAME} (?:soit {_F_DONE}|figure|apparaisse|puisse etre "
    rf"{_F_DONE}){_F_WHERE}|"
    rf"(?:a|d) (?:etre {_F_DONE}|apparaitre|figurer){_F_WHERE}"
)
_FRENCH = (
    rf"(?:pouvons nous|peut on|pourrions nous) {_F_DO} {_F_NAME}{_F_WHERE}",
    rf"(?:pouvons nous|peut on|pourrions nous) vous (?:nommer|citer|mentionner){_F_WHERE}",
    (
        rf"(?:acceptez vous|consentez vous|autorisez vous|nous autorisez vous|souhaitez vous|"
        rf"voulez vous|etes vous d accord|d accord pour|accord|consentement|"
        rf"autorisation) (?:{_F_TO})"
    ),
    rf"publication (?:de|du) {_F_NAME}{_F_WHERE}|publication du nom",
)
_FRENCH_SAID = (
    rf"{_F_DO} {_F_NAME}{_F_WHERE}",
    (
        rf"(?:j accepte|nous acceptons|je consens|nous consentons|j autorise|nous autorisons|"
        rf"je souhaite|nous souhaitons|je suis d accord|nous sommes d accord|vous "
        rf"pouvez) (?:{_F_TO})"
    ),
)
# Spanish and Portuguese.
_S_ORG = (
    r"(?:organizacion|asociacion|entidad|institucion|ong|colectivo|organizacao|"
    r"associacao|entidade|"
    r"instituicao|coletivo)"
)
_S_NAME = (
    rf"(?:(?:el |o |a |su |seu |tu |mi |meu |nuestro |nosso )*(?:nombre|nome)(?: completo)?"
    rf"(?: (?:de|da|do) (?:la |su |sua |tu |mi |minha |nuestra |nossa )?{_S_ORG})?|"
    rf"(?:a )?(?:su|sua|nuestra|nossa|mi|minha) {_S_ORG})"
)
_S_WHERE = (
    r"(?: (?:publicamente|en publico|em publico|en linea|"
    r"(?:en|na|en la|en el|en nuestro) (?:carta|lista|sitio web|sitio|pagina|"
    r"declaracion|declaracao)"
    r"(?: abierta| aberta| publica)?|como (?:firmante|signatario|signataria|signatarios)))*"
)
_S_DO = (
    r"(?:publicar|mostrar|mencionar|divulgar|incluir|listar|nombrar|nomear|hacer publico|"
    r"tornar publico)"
)
_S_TO = (
    rf"(?:que (?:se (?:publique|mencione|muestre)|publiquemos|aparezca|figure) {_S_NAME}|"
    rf"que {_S_NAME} (?:se publique|aparezca|apareca|figure|sea publicad[oa]|seja publicad[oa]|"
    rf"seja divulgad[oa]|sea publico)|(?:la |a )?(?:publicacion|publicacao|divulgacao) "
    rf"(?:del|de|do|da) {_S_NAME}|{_S_DO} {_S_NAME}){_S_WHERE}"
)
_SPANISH = (
    rf"(?:podemos|podriamos|poderiamos|se puede) {_S_DO} {_S_NAME}{_S_WHERE}",
    (
        rf"(?:acepta|aceptan|aceita|autoriza|autorizan|consiente|concorda|permite|"
        rf"desea|deseja|quiere|"
        rf"esta de acuerdo|estan de acuerdo|esta de acordo|autorizacion|autorizacao|"
        rf"consentimiento|"
        rf"consentimento|permiso)(?: usted| ustedes| voce)?(?: en| con| com| para| a| "
        rf"em)? {_S_TO}"
    ),
    rf"(?:publicacion|publicacao|divulgacao) (?:del|de|do|da) {_S_NAME}{_S_WHERE}",
)
_SPANISH_SAID = (
    rf"{_S_DO} {_S_NAME}{_S_WHERE}",
    (
        rf"(?:acepto|aceptamos|aceito|aceitamos|autorizo|autorizamos|consiento|"
        rf"consentimos|concordo|"
        rf"concordamos|deseo|deseamos|desejo|estoy de acuerdo|estamos de acuerdo|pueden|podem)"
        rf"(?: en| con| com| a| em)? {_S_TO}"
    ),
)
# German.
_G_NAME = (
    r"(?:(?:den |der |ihren |ihr |unseren |unser |meinen |mein )?namen?"
    r"(?: (?:ihrer|der|unserer|meiner) (?:organisation|gruppe|einrichtung))?|"
    r"(?:ihre|die|unsere|meine) organisation|sie)"
)
_G_WHERE = (
    r"(?: (?:offentlich|online|auf (?:der|unserer) (?:website|webseite|liste)|"
    r"(?:in|im|unter) (?:dem |der |diesem |den )?(?:offenen )?(?:brief|liste|unterzeichnenden)))*"
)
_G_DO = r"(?:veroffentlichen|nennen|anzeigen|auflisten|abdrucken|zeigen)"
_G_DONE = r"(?:veroffentlicht|genannt|angezeigt|aufgelistet|abgedruckt|gezeigt|aufgefuhrt)"
_G_NOUN = (
    r"veroffentlichung(?: (?:des|ihres|unseres|meines) namens"
    r"(?: (?:ihrer|der|unserer|meiner) (?:organisation|gruppe|einrichtung))?)?"
)
_GERMAN = (
    rf"(?:durfen|konnen) wir {_G_NAME}{_G_WHERE} {_G_DO}",
    rf"(?:darf|kann|soll) {_G_NAME}{_G_WHERE} {_G_DONE} werden",
    (
        rf"(?:sind sie|ich bin|wir sind)(?: damit)? einverstanden dass (?:wir "
        rf")?{_G_NAME}{_G_WHERE} "
        rf"(?:{_G_DO}|{_G_DONE} (?:wird|werden darf))"
    ),
    rf"stimmen sie (?:der )?{_G_NOUN} zu",
    rf"(?:einverstandnis|einwilligung|zustimmung) (?:zur|mit der|in die) {_G_NOUN}|{_G_NOUN}",
)
_GERMAN_SAID = (
    rf"{_G_NAME}{_G_WHERE} {_G_DO}",
    rf"(?:ich stimme|wir stimmen) (?:der )?{_G_NOUN} zu",
)
# Indonesian.
_I_NAME = r"nama(?: (?:organisasi|lembaga|lengkap))?(?: (?:anda|kami|saya))?"
_I_WHERE = (
    r"(?: (?:secara publik|secara terbuka|(?:di|dalam|pada) (?:surat|daftar|"
    r"situs web|situs)(?: ini| terbuka| publik| kami)?|sebagai penandatangan))*"
)
_I_DO = r"(?:menampilkan|mencantumkan|mempublikasikan|memublikasikan|menerbitkan|menyebutkan)"
_I_DONE = r"(?:ditampilkan|dicantumkan|dipublikasikan|diterbitkan|disebutkan)"
_INDONESIAN = (
    rf"(?:bolehkah|dapatkah|bisakah|apakah) kami(?: boleh| dapat)? {_I_DO} {_I_NAME}{_I_WHERE}",
    rf"(?:bolehkah|bisakah|dapatkah) {_I_NAME} {_I_DONE}{_I_WHERE}",
    (
        rf"apakah anda (?:setuju|bersedia|mengizinkan)(?: jika| bila| agar| apabila)? {_I_NAME} "
        rf"{_I_DONE}{_I_WHERE}"
    ),
)
_INDONESIAN_SAID = (
    (
        rf"(?:saya|kami) (?:setuju|bersedia|mengizinkan)(?: jika| bila| agar)? {_I_NAME} "
        rf"{_I_DONE}{_I_WHERE}"
    ),
)
# Japanese, Arabic and Khmer, without blanks.
_J_NAME = r"(?:貴)?(?:団体名|組織名|団体|お名前|氏名|名前)"
_A_NAME = (
    r"(?:اسم(?:كم|ك|ي|نا)?(?:المنظمة|منظمتكم|منظمتك|منظمتنا|جمعيتكم|مؤسستكم|الجمعية|المؤسسة)?)"
)
_K_NAME = r"ឈ្មោះ(?:អង្គការ|ស្ថាប័ន)?(?:របស់)?(?:លោកអ្នក|អ្នក|អង្គការអ្នក|យើង|ខ្ញុំ)?"
SOLID = (
    (rf"{_J_NAME}(?:の|を)(?:公開|掲載|公表)(?:を希望(?:しますか|します|する)|"
     rf"に同意(?:しますか|します|する)|"
    r"しても(?:よろしいですか|よろしいでしょうか|よいですか|いいですか)|"
    r"を許可(?:しますか|します|する))"),
    (rf"(?:هل)?(?:يمكننا|تسمحونلناب|توافقونعلى|توافقعلى|نوافقعلى|أوافقعلى|الموافقةعلى)"
    rf"(?:نشر|ذكر|إظهار|عرض|إدراج){_A_NAME}(?:علنا|للعموم)?"),
    (rf"(?:តើ)?(?:យើង)?អាច(?:ផ្សព្វផ្សាយ|បោះពុម្ព|"
    rf"បង្ហាញ){_K_NAME}(?:ជាសាធារណៈ)?(?:បានទេ|បានឬទេ|ដែរឬទេ)"),
)  # fmt: skip
HIDING = (
    (
        rf"(?:souhaitez vous|voulez vous|je souhaite|nous souhaitons) (?:rester|etre|"
        rf"demeurer) anonymes?|"
        rf"rester anonyme|ne pas {_F_DO} {_F_NAME}"
    ),
    (
        r"(?:desea|quiere|deseo|deseja|quer|prefiere)(?: usted)? (?:permanecer|ser|ficar|quedar) "
        rf"(?:anonim[oa]|en el anonimato|em anonimato)|(?:no|nao) publicar {_S_NAME}"
    ),
    (
        rf"(?:mochten sie|ich mochte|wir mochten) anonym bleiben|anonym bleiben|{_G_NAME} "
        rf"nicht {_G_DO}"
    ),
    rf"(?:apakah )?(?:anda |kami |saya )?ingin (?:tetap )?anonim|jangan {_I_DO} {_I_NAME}",
)
HIDING_SOLID = (r"匿名(?:を希望(?:しますか|します|する))?", r"(?:هل)?(?:ترغبفي|تريد)البقاءمجهولا")
QUESTIONS = (*_FRENCH, *_SPANISH, *_GERMAN, *_INDONESIAN)
STATEMENTS = (*_FRENCH_SAID, *_SPANISH_SAID, *_GERMAN_SAID, *_INDONESIAN_SAID)
