"""What the letters of `letters.py` say, in each language: invented, about a country that is none."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PROSE", "Prose"]


@dataclass(frozen=True)
class Prose:
    """The words of one language. `paragraphs` are the text's, in order."""

    title: str
    subject: str
    salutation: str
    close: str
    place: str
    date: str
    addressees: tuple[str, ...]
    heading: str
    subheading: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...]
    steps: tuple[str, ...]
    quote: str
    speaker: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    second_note: str
    link: str
    stressed: str
    organisations: tuple[str, ...]
    people: tuple[str, ...]
    picture: str
    enclosure: str
    desk: str


_ENGLISH = Prose(
    title="Open letter on the observation of the Velmaran assembly election",
    subject="Observers for the assembly election in the Republic of Velmara",
    salutation="Honourable Members,",
    close="Yours faithfully,",
    place="Port Halden",
    date="15 January 2026",
    addressees=("The Parliament of Canada", "The Parliament of Japan", "The European Parliament"),
    heading="What we ask",
    subheading="Before polling day",
    paragraphs=(
        "We, the undersigned organisations of civil society, write about the election of the "
        "national assembly that the Republic of Velmara has called for the spring. Four of the "
        "seven parties that sat in the last assembly have been struck off the register since "
        "the autumn, and the commission that struck them off has published no reasons.",
        "Observers of the Coastal Monitoring Circle followed the registration of voters in "
        "twelve of the nineteen districts. They found that the rolls of five districts list "
        "more names than the census counts adults, and that nobody outside the commission was "
        "let see how the rolls had been put together.",
        "An election is more than the day on which the ballots are counted. Where candidates "
        "cannot register, where newspapers are fined for printing a programme, and where those "
        "who watch the count are sent home before it ends, the result tells the world nothing "
        "about what the people of the country want.",
        "Your parliaments have sent observers to Velmara before, and what they wrote was read. "
        "An invitation that comes a week before polling day, to a mission that may not leave "
        "the capital, is not one that a parliament should accept without conditions.",
        "We are at the disposal of your committees with the reports themselves, with the names "
        "of those who can speak for them, and with whatever else would be of use.",
    ),
    items=(
        "accept no invitation to observe that does not reach the districts outside the capital;",
        "ask the commission in public for the reasons of each refusal to register a party;",
        "meet the monitors who were sent home, and hear what they saw.",
    ),
    steps=(
        "The rolls are published, district by district, at least thirty days before the vote.",
        "Every party that was struck off is heard by a court before the ballots are printed.",
        "Each polling station posts its count on its own door.",
    ),
    quote="We were told to leave at nine in the evening. The boxes had not been opened yet.",
    speaker="a monitor in the district of Lower Arden",
    header=("District", "On the roll", "Adults by the census"),
    rows=(
        ("Lower Arden", "48,310", "41,900"),
        ("Saint Orla", "22,075", "22,400"),
        ("Greywater", "61,004", "52,770"),
    ),
    note="Coastal Monitoring Circle, Third report on the registration of voters, page 14.",
    second_note="The commission was asked for its reasons on three dates and answered none.",
    link="the third report of the Circle",
    stressed="published no reasons",
    organisations=(
        "Coastal Monitoring Circle",
        "Velmaran League for Open Government",
        "House of Free Pens",
        "Association of District Lawyers",
        "Women's Assembly of the North Shore",
        "Halden Institute for Electoral Studies",
        "Network of Rural Radio Stations",
        "Arden Youth Forum",
        "Union of Teachers in Public Schools",
        "Greywater Fishers' Cooperative",
        "Observatory of Public Spending",
        "Saint Orla Legal Aid Centre",
        "Open Archive",
        "International Fellowship of Electoral Observers",
        "Lamplight Foundation",
        "Centre for the Study of Local Assemblies",
        "Press Watch",
        "Friends of the Velmaran Archive in Exile",
    ),
    people=(
        "Ines Caldara",
        "Tobias Wrenfield",
        "Maro Estevane",
        "Oluchi Brandt-Hale",
        "Linnea Skarsholm",
    ),
    picture="Map of the nineteen districts",
    enclosure="Annex 1. Chronology of refusals to register",
    desk="Press office of the Circle",
)

_FRENCH = Prose(
    title="Lettre ouverte sur l’observation de l’élection de l’assemblée velmarienne",
    subject="Des observateurs pour l’élection de l’assemblée de la République de Velmara",
    salutation="Mesdames, Messieurs,",
    close="Veuillez agréer, Mesdames, Messieurs, l’expression de notre haute considération.",
    place="Port-Halden",
    date="15 janvier 2026",
    addressees=("Le Parlement du Canada", "Le Parlement du Japon", "Le Parlement européen"),
    heading="Ce que nous demandons",
    subheading="Avant le jour du scrutin",
    paragraphs=(
        "Nous, organisations de la société civile soussignées, vous écrivons au sujet de "
        "l’élection de l’assemblée nationale que la République de Velmara a convoquée pour le "
        "printemps. Quatre des sept partis représentés dans l’assemblée sortante ont été rayés "
        "du registre depuis l’automne, sans que la commission en ait publié les motifs.",
        "Les observateurs du Cercle côtier de surveillance ont suivi l’inscription des "
        "électeurs dans douze des dix-neuf districts. Ils ont constaté que les listes de cinq "
        "districts portent plus de noms que le recensement ne compte d’adultes.",
        "Une élection ne se réduit pas au jour du dépouillement : là où les candidats ne "
        "peuvent s’inscrire et où les journaux sont mis à l’amende pour avoir imprimé un "
        "programme, le résultat ne dit rien de la volonté des habitants.",
        "Vos parlements ont déjà envoyé des observateurs à Velmara, et leurs rapports ont été "
        "lus. Une invitation reçue une semaine avant le vote ne saurait être acceptée sans "
        "conditions.",
        "Nous nous tenons à la disposition de vos commissions pour tout renseignement utile.",
    ),
    items=(
        "de n’accepter aucune invitation qui exclue les districts hors de la capitale ;",
        "de demander publiquement les motifs de chaque refus d’inscription ;",
        "de recevoir les observateurs renvoyés chez eux.",
    ),
    steps=(
        "Les listes sont publiées trente jours au moins avant le vote.",
        "Chaque parti rayé est entendu par un tribunal.",
        "Chaque bureau affiche son décompte sur sa porte.",
    ),
    quote="On nous a priés de partir à vingt et une heures. Les urnes n’étaient pas ouvertes.",
    speaker="une observatrice du district de Bas-Arden",
    header=("District", "Inscrits", "Adultes recensés"),
    rows=(("Bas-Arden", "48 310", "41 900"), ("Sainte-Orla", "22 075", "22 400")),
    note="Cercle côtier de surveillance, Troisième rapport sur l’inscription, page 14.",
    second_note="La commission, interrogée à trois reprises, n’a pas répondu.",
    link="le troisième rapport du Cercle",
    stressed="publié les motifs",
    organisations=(
        "Cercle côtier de surveillance",
        "Ligue velmarienne pour un gouvernement ouvert",
        "Maison des plumes libres",
        "Association des avocats de district",
        "Forum de la jeunesse d’Arden",
        "Réseau des radios rurales",
        "Observatoire des dépenses publiques",
        "Fondation Lampadaire",
    ),
    people=("Inès Caldara", "Théo Vrenfeld", "Maro Estévane", "Océane Brandt"),
    picture="Carte des dix-neuf districts",
    enclosure="Annexe 1. Chronologie des refus",
    desk="Service de presse du Cercle",
)

_SPANISH = Prose(
    title="Carta abierta sobre la observación de la elección de la asamblea de Velmara",
    subject="Observadores para la elección de la asamblea de la República de Velmara",
    salutation="Señoras y señores:",
    close="Atentamente,",
    place="Puerto Halden",
    date="15 de enero de 2026",
    addressees=("El Parlamento del Canadá", "El Parlamento del Japón", "El Parlamento Europeo"),
    heading="Lo que pedimos",
    subheading="Antes de la jornada electoral",
    paragraphs=(
        "Las organizaciones abajo firmantes escribimos acerca de la elección de la asamblea "
        "nacional que la República de Velmara ha convocado para la primavera. Cuatro de los "
        "siete partidos de la asamblea saliente han sido borrados del registro desde el otoño "
        "y la comisión no ha publicado los motivos.",
        "Los observadores del Círculo Costero de Vigilancia siguieron la inscripción de "
        "votantes en doce de los diecinueve distritos. En cinco de ellos las listas contienen "
        "más nombres que adultos cuenta el censo.",
        "Una elección es más que el día del recuento: donde los candidatos no pueden "
        "inscribirse, el resultado nada dice de lo que quiere la población.",
        "Sus parlamentos ya han enviado observadores a Velmara y lo que escribieron fue leído.",
        "Quedamos a disposición de sus comisiones para cuanto sea de utilidad.",
    ),
    items=(
        "no aceptar invitación alguna que excluya los distritos de fuera de la capital;",
        "pedir en público los motivos de cada negativa;",
        "recibir a los observadores que fueron expulsados.",
    ),
    steps=(
        "Las listas se publican al menos treinta días antes de la votación.",
        "Cada partido borrado es oído por un tribunal.",
        "Cada mesa expone su recuento en la puerta.",
    ),
    quote="Nos mandaron salir a las nueve de la noche. Aún no habían abierto las urnas.",
    speaker="una observadora del distrito de Bajo Arden",
    header=("Distrito", "En la lista", "Adultos según el censo"),
    rows=(("Bajo Arden", "48.310", "41.900"), ("Santa Orla", "22.075", "22.400")),
    note="Círculo Costero de Vigilancia, Tercer informe sobre la inscripción, página 14.",
    second_note="Se preguntó a la comisión en tres fechas; no respondió.",
    link="el tercer informe del Círculo",
    stressed="no ha publicado los motivos",
    organisations=(
        "Círculo Costero de Vigilancia",
        "Liga Velmarana por el Gobierno Abierto",
        "Casa de las Plumas Libres",
        "Asociación de Abogados de Distrito",
        "Foro Juvenil de Arden",
        "Red de Radios Rurales",
        "Observatorio del Gasto Público",
        "Fundación Farol",
    ),
    people=("Inés Caldara", "Tobías Wrenfield", "Maro Estevane", "Lucía Brandt"),
    picture="Mapa de los diecinueve distritos",
    enclosure="Anexo 1. Cronología de las negativas",
    desk="Oficina de prensa del Círculo",
)

_ARABIC = Prose(
    title="رسالة مفتوحة بشأن مراقبة انتخابات الجمعية الوطنية في فيلمارا",
    subject="مراقبون لانتخابات الجمعية الوطنية في جمهورية فيلمارا",
    salutation="السيدات والسادة المحترمين،",
    close="وتفضلوا بقبول فائق الاحترام،",
    place="بورت هالدن",
    date="١٥ يناير ٢٠٢٦",
    addressees=("برلمان كندا", "برلمان اليابان", "البرلمان الأوروبي"),
    heading="ما نطلبه",
    subheading="قبل يوم الاقتراع",
    paragraphs=(
        "نحن، منظمات المجتمع المدني الموقعة أدناه، نكتب إليكم بشأن انتخابات الجمعية الوطنية التي "
        "دعت إليها جمهورية فيلمارا في الربيع القادم. لقد شُطبت منذ الخريف أربعة من الأحزاب السبعة "
        "التي كانت ممثلة في الجمعية السابقة، ولم تنشر اللجنة أي أسباب لذلك.",
        "تابع مراقبو الحلقة الساحلية للرصد تسجيل الناخبين في اثنتي عشرة مقاطعة من أصل تسع عشرة، "
        "ووجدوا أن قوائم خمس مقاطعات تضم أسماء أكثر من عدد البالغين في التعداد (انظر Report 3).",
        "الانتخابات أكثر من يوم فرز الأصوات. فحيث لا يستطيع المرشحون التسجيل لا تقول النتيجة شيئا "
        "عما يريده أهل البلاد.",
        "سبق لبرلماناتكم أن أوفدت مراقبين إلى فيلمارا، وقُرئ ما كتبوه.",
        "ونحن في خدمة لجانكم بكل ما يفيدها من تقارير ومعلومات.",
    ),
    items=(
        "عدم قبول أي دعوة لا تشمل المقاطعات خارج العاصمة؛",
        "مطالبة اللجنة علنا بأسباب كل رفض؛",
        "لقاء المراقبين الذين أُعيدوا إلى بيوتهم.",
    ),
    steps=(
        "تُنشر القوائم قبل ثلاثين يوما على الأقل من الاقتراع.",
        "تنظر محكمة في حالة كل حزب شُطب.",
        "يعلق كل مركز نتيجة الفرز على بابه.",
    ),
    quote="طُلب منا المغادرة في التاسعة مساء، ولم تكن الصناديق قد فُتحت.",
    speaker="مراقبة في مقاطعة آردن السفلى",
    header=("المقاطعة", "في القائمة", "البالغون"),
    rows=(("آردن السفلى", "٤٨٣١٠", "٤١٩٠٠"), ("سانت أورلا", "٢٢٠٧٥", "٢٢٤٠٠")),
    note="الحلقة الساحلية للرصد، التقرير الثالث عن التسجيل، الصفحة ١٤.",
    second_note="سُئلت اللجنة عن أسبابها ثلاث مرات ولم تجب.",
    link="التقرير الثالث للحلقة",
    stressed="لم تنشر اللجنة أي أسباب",
    organisations=(
        "الحلقة الساحلية للرصد",
        "رابطة فيلمارا للحكومة المفتوحة",
        "بيت الأقلام الحرة",
        "جمعية محامي المقاطعات",
        "منتدى شباب آردن",
        "Lamplight Foundation (LF)",
        "شبكة الإذاعات الريفية",
        "مرصد الإنفاق العام",
    ),
    people=("إيناس كالدارا", "ماهر استفاني", "ليلى سكارشولم"),
    picture="خريطة المقاطعات",
    enclosure="المرفق ١. تسلسل زمني للرفض",
    desk="المكتب الصحفي للحلقة",
)

_KHMER = Prose(
    title="លិខិតចំហស្តីពីការសង្កេតការណ៍ការបោះឆ្នោតនៅវែលម៉ារ៉ា",
    subject="អ្នកសង្កេតការណ៍សម្រាប់ការបោះឆ្នោតនៅសាធារណរដ្ឋវែលម៉ារ៉ា",
    salutation="ជូនចំពោះ លោក លោកស្រី",
    close="សូមទទួលនូវការគោរពដ៏ខ្ពង់ខ្ពស់ពីយើងខ្ញុំ",
    place="កំពង់ហាលដិន",
    date="ថ្ងៃទី១៥ ខែមករា ឆ្នាំ២០២៦",
    addressees=("សភានៃប្រទេសកាណាដា", "សភានៃប្រទេសជប៉ុន", "សភាអឺរ៉ុប"),
    heading="សំណើរបស់យើង",
    subheading="មុនថ្ងៃបោះឆ្នោត",
    paragraphs=(
        "យើងខ្ញុំ ជាអង្គការសង្គមស៊ីវិលដែលមានហត្ថលេខាខាងក្រោម សូមសរសេរលិខិតនេះអំពីការបោះឆ្នោត"
        "ជ្រើសរើសសភាជាតិនៃសាធារណរដ្ឋវែលម៉ារ៉ា។ គណបក្សចំនួនបួនក្នុងចំណោមប្រាំពីរត្រូវបានលុបឈ្មោះ"
        "ចេញពីបញ្ជី ហើយគណៈកម្មការមិនបានប្រកាសពីមូលហេតុឡើយ។",
        "អ្នកសង្កេតការណ៍បានតាមដានការចុះឈ្មោះអ្នកបោះឆ្នោតនៅក្នុងស្រុកចំនួនដប់ពីរ។ ពួកគេបានរកឃើញថា "
        "បញ្ជីឈ្មោះនៅស្រុកចំនួនប្រាំមានឈ្មោះច្រើនជាងចំនួនមនុស្សពេញវ័យ។",
        "ការបោះឆ្នោតគឺលើសពីថ្ងៃរាប់សន្លឹកឆ្នោត។ កន្លែងណាដែលបេក្ខជនមិនអាចចុះឈ្មោះបាន "
        "លទ្ធផលមិនបង្ហាញពីឆន្ទៈរបស់ប្រជាជនឡើយ។",
        "សភារបស់លោកអ្នកធ្លាប់បានបញ្ជូនអ្នកសង្កេតការណ៍មកវែលម៉ារ៉ា។",
        "យើងខ្ញុំរង់ចាំផ្តល់ព័ត៌មានបន្ថែមតាមតម្រូវការ។",
    ),
    items=("កុំទទួលយកការអញ្ជើញដែលមិនគ្របដណ្តប់ស្រុកក្រៅរាជធានី", "សួរគណៈកម្មការអំពីមូលហេតុ", "ជួបអ្នកសង្កេតការណ៍"),
    steps=("បញ្ជីឈ្មោះត្រូវផ្សព្វផ្សាយសាមសិបថ្ងៃមុន", "តុលាការស្តាប់គណបក្សនីមួយៗ", "ការិយាល័យបិទផ្សាយលទ្ធផល"),
    quote="គេប្រាប់ឲ្យយើងចេញនៅម៉ោងប្រាំបួនយប់ ហិបឆ្នោតមិនទាន់បើកទេ។",
    speaker="អ្នកសង្កេតការណ៍ម្នាក់",
    header=("ស្រុក", "ក្នុងបញ្ជី", "មនុស្សពេញវ័យ"),
    rows=(("អាដិនក្រោម", "៤៨៣១០", "៤១៩០០"), ("សាំងអរឡា", "២២០៧៥", "២២៤០០")),
    note="របាយការណ៍ទីបីស្តីពីការចុះឈ្មោះ ទំព័រ ១៤។",
    second_note="គណៈកម្មការត្រូវបានសួរបីដង ហើយមិនឆ្លើយ។",
    link="របាយការណ៍ទីបី",
    stressed="មិនបានប្រកាសពីមូលហេតុ",
    organisations=(
        "រង្វង់ឃ្លាំមើលឆ្នេរ",
        "សម្ព័ន្ធវែលម៉ារ៉ា",
        "ផ្ទះប៊ិចសេរី",
        "សមាគមមេធាវីស្រុក",
        "វេទិកាយុវជនអាដិន",
        "បណ្តាញវិទ្យុជនបទ",
        "Lamplight Foundation",
    ),
    people=("សុខ ដារ៉ា", "ចាន់ មាលា", "កែវ វិសាល"),
    picture="ផែនទីស្រុក",
    enclosure="ឧបសម្ព័ន្ធ ១",
    desk="ការិយាល័យសារព័ត៌មាន",
)

_JAPANESE = Prose(
    title="ヴェルマラ共和国国民議会選挙の監視に関する公開書簡",
    subject="ヴェルマラ共和国国民議会選挙への監視団派遣について",
    salutation="議員各位",
    close="敬具",
    place="ポート・ハルデン",
    date="2026年1月15日",
    addressees=("カナダ議会", "日本国国会", "欧州議会"),
    heading="私たちの要請",
    subheading="投票日の前に",
    paragraphs=(
        "私たち下記の市民社会団体は、ヴェルマラ共和国がこの春に予定している国民議会選挙について書簡を"
        "差し上げます。前議会に議席を有した七政党のうち四政党が、昨秋以降に登録を抹消されました。"
        "選挙管理委員会は理由を公表していません。",
        "沿岸監視サークルの監視員は、十九地区のうち十二地区で有権者登録を追跡しました。五つの地区では、"
        "名簿に載る人数が国勢調査の成人人口を上回っていることが判明しました（Report 3を参照）。",
        "選挙とは開票の日だけを指すものではありません。候補者が届け出ることもできず、綱領を印刷した"
        "新聞が罰金を科されるところでは、結果は住民の意思について何も語りません。",
        "貴議会はこれまでにもヴェルマラへ監視団を派遣し、その報告は広く読まれました。",
        "ご要望があれば、報告書その他の資料を提供いたします。",
    ),
    items=(
        "首都以外の地区を含まない招待に応じないこと。",
        "登録拒否の理由を公に問うこと。",
        "帰宅させられた監視員と面会すること。",
    ),
    steps=(
        "名簿は投票の三十日前までに公表される。",
        "抹消された政党は裁判所で聴聞を受ける。",
        "各投票所は開票結果を掲示する。",
    ),
    quote="夜九時に退去を命じられました。投票箱はまだ開けられていませんでした。",
    speaker="下アーデン地区の監視員",
    header=("地区", "名簿", "成人人口"),
    rows=(("下アーデン", "48,310", "41,900"), ("聖オルラ", "22,075", "22,400")),
    note="沿岸監視サークル『有権者登録に関する第三報告書』14頁。",
    second_note="委員会は三度の照会に回答しなかった。",
    link="サークルの第三報告書",
    stressed="理由を公表していません",
    organisations=(
        "沿岸監視サークル",
        "開かれた政府のためのヴェルマラ連盟",
        "自由なペンの家",
        "地区弁護士協会",
        "アーデン青年フォーラム",
        "農村ラジオ網",
        "Lamplight Foundation",
    ),
    people=("山野 いずみ", "北川 航", "高瀬 結"),
    picture="十九地区の地図",
    enclosure="別紙1　登録拒否の経過",
    desk="サークル広報室",
)

PROSE = {
    "en": _ENGLISH,
    "fr": _FRENCH,
    "es": _SPANISH,
    "ar": _ARABIC,
    "km": _KHMER,
    "ja": _JAPANESE,
}
